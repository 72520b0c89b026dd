import { join } from 'node:path'
import type { PreparedSite } from '../builder/prepared-site.ts'
import type { RenderSession } from '../builder/render-session.ts'
import type { SiteBuilder } from '../builder/site-builder.ts'
import { createEleventy } from './create-eleventy.ts'

/**
 * Prepares and checks a site with the files that the outlet adds by code, and writes nothing of it.
 *
 * @param bundleFolder the folder of the bundled code, from the working folder; undefined if the sources run
 * @throws ProblemsError
 */
export async function checkWithEleventy(builder: SiteBuilder, bundleFolder: string | undefined): Promise<PreparedSite> {
  let prepared: PreparedSite | undefined
  const session: RenderSession = {
    inPlace: true,
    workFolder: builder.workFolder,
    begin: async (customFiles) => {
      prepared = await builder.prepare(customFiles)
      return []
    },
    render: async () => '',
    permalink: (url) => url,
    end: async () => {},
  }
  // Nothing is written to this folder; its name keeps the custom files apart from those of a build.
  const eleventy = await createEleventy(session, join(builder.workFolder, 'check'), bundleFolder, 'build')
  await eleventy.write()
  if (prepared === undefined) throw new Error('Eleventy ended without a site')
  return prepared
}
