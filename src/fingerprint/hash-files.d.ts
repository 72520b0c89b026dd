/** See hash-files.js. */
export function hashFiles(root: string, paths: readonly string[], names?: RegExp): string
