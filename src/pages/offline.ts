import { strings } from '../i18n/strings.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { assetFile } from './assets.ts'
import type { Output } from './output.ts'
import { type PageContext, pageProps } from './page-context.ts'

/** The page on which readers have pages kept on their device, where the outlet offers it, and the script that keeps them. */
export function offlinePage(context: PageContext): Output[] {
  const { outlet } = context.site
  const script = context.assets.offline
  if (script === undefined) return []
  const title = strings(outlet.language).offline
  return [
    {
      url: '/offline/',
      layout: 'offline',
      props: { ...pageProps(context, '/offline/', { title }), title, script: encodeUrlPath(script) },
    },
    // It must stand at the root, under a name that stays.
    assetFile('/service-worker.js', context.assets.serviceWorker),
  ]
}
