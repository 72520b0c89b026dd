/** Whether an error says that something is there which this user, or nobody, can read. */
export function isUnreadableError(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '')
}
