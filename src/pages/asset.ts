/** A style sheet or script, as it was built. */
export function asset({ text }: { text: string }): string {
  return text
}
