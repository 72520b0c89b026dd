/** The time between a quick rebuild and the full build after it, in milliseconds: browsers load the page meanwhile. */
const fullBuildDelay = 300

/** Decides which builds of a preview are quick: a build of one saved file is, and a full build follows. */
export class RebuildScheduler {
  private files: readonly string[] = []
  private fullBuildIsDue = false
  private timer: NodeJS.Timeout | undefined

  /** @param requestBuild requests a build as if the file had been saved; without it no build is quick */
  constructor(private readonly requestBuild: ((file: string) => void) | undefined) {}

  /** Receives the files that changed since the last build. */
  onSaved(files: readonly string[]): void {
    this.files = files
  }

  /** Returns the saved file if the build that begins now may be quick. */
  takeSavedFile(): string | undefined {
    const [file, ...others] = new Set(this.files)
    const { fullBuildIsDue } = this
    this.files = []
    this.fullBuildIsDue = false
    clearTimeout(this.timer)
    return fullBuildIsDue || this.requestBuild === undefined || others.length > 0 ? undefined : file
  }

  /** Schedules the full build after a quick one. */
  scheduleFullBuild(file: string): void {
    this.timer = setTimeout(() => {
      this.fullBuildIsDue = true
      this.requestBuild?.(file)
    }, fullBuildDelay).unref()
  }
}
