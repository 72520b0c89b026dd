import type { Output } from '../pages/output.ts'
import type { OutputKind } from '../pages/output-kind.ts'
import type { PageContext } from '../pages/page-context.ts'
import { headers } from './headers.ts'
import { redirects } from './redirects.ts'
import { robots } from './robots.ts'

/** Every kind of file that hosts and robots read, each in a file of its own. */
const hostingFiles: readonly OutputKind[] = [redirects, robots, headers]

/** Returns the files that hosts and robots read. */
export function hostingOutputs(context: PageContext): Output[] {
  return hostingFiles.flatMap((kind) => kind.outputs(context, []))
}
