/** Plain data in two parts. */
export interface Entry {
  /** The part that is read when the cache is opened. */
  readonly first: unknown
  /**
   * Returns the part that is read on demand; undefined if there is none.
   *
   * @throws DamagedCacheError if the bytes on disk are not those that were written
   */
  rest(): object | undefined
}

/** A compiled text that belongs to an entry. */
export interface Body {
  hash: string
  html: string
}
