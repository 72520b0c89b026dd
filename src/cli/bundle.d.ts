/** See bundle.js. */
export function bundle(root: string): Promise<string>
