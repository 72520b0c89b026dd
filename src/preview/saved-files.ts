/** How long after a proof its edition is begun, in milliseconds: browsers fetch the proof meanwhile. */
const untilEdition = 300

/** What is saved while a preview runs, and when a proof of it comes before the edition. */
export class SavedFiles {
  private files: readonly string[] = []
  private isDue = false
  private following: NodeJS.Timeout | undefined

  /** @param again has everything built again, as if a file had been saved; without it there are no proofs */
  constructor(private readonly again: ((file: string) => void) | undefined) {}

  /** Hears which files have changed since the last build. */
  changed(files: readonly string[]): void {
    this.files = files
  }

  /** The one file that was saved, where the build that begins now may be a proof of it. */
  take(): string | undefined {
    const [file, ...others] = new Set(this.files)
    const isDue = this.isDue
    this.files = []
    this.isDue = false
    clearTimeout(this.following)
    return isDue || this.again === undefined || others.length > 0 ? undefined : file
  }

  /** Has the edition made that follows a proof. */
  follow(file: string): void {
    this.following = setTimeout(() => {
      this.isDue = true
      this.again?.(file)
    }, untilEdition).unref()
  }
}
