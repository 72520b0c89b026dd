/** See import-graph.js. */
export function importGraph(root: string, entry: string): string[]
