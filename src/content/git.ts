/**
 * Runs a git command in a folder.
 *
 * @param input the text for its standard input
 * @returns the bytes of its standard output
 * @throws if git is missing or ends with an error
 */
export async function git(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  // Loaded here: builds outside a repository run no git.
  const { execFile } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    const { stdin } = execFile(
      'git',
      ['-c', 'core.fsmonitor=false', ...args],
      { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 30, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } },
      (error, output) => (error === null ? resolve(output) : reject(error)),
    )
    stdin?.end(input)
  })
}
