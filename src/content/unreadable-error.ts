/** True for the error of a file or folder that exists but cannot be read. */
export function isUnreadableError(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '')
}
