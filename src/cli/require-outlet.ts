import { readOutlet } from '../compile/read-outlet.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { ProblemsError } from '../problems/problem.ts'

/**
 * Reads the outlet of a content folder.
 *
 * @param cwd the folder that the command was given in
 * @throws ProblemsError if site.yml is missing or has problems
 */
export function requireOutlet(content: string, cwd: string): Outlet {
  const { outlet, problems } = readOutlet(content, contentDisplayPath(content, cwd))
  if (outlet === undefined || problems.length > 0) throw new ProblemsError(problems)
  return outlet
}
