/** Options of the media library. All folders are absolute. */
export interface MediaOptions {
  content: string
  public: string
  /** The cache between builds; it may be emptied at any time. */
  cache: string
  /** True if the image service of the host resizes pictures. */
  usesImageCdn: boolean
}
