/** The attributes of an `<audio>` player: it downloads nothing before a reader plays it. */
export const audioAttributes = (src: string, label: string) =>
  ({ controls: true, preload: 'none', src, 'aria-label': label }) as const
