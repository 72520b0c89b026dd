import { findStrings } from '../i18n/find-strings.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { assetFile } from './assets.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'

/** Returns the page on which readers save pages to their device, and its service worker, if the outlet offers it. */
export function offlinePage(context: PageContext): Output[] {
  const { outlet } = context.site
  const script = context.assets.offline
  if (script === undefined) return []
  const title = findStrings(outlet.language).offline
  return [
    {
      url: '/offline/',
      layout: 'offline',
      props: { ...pageProps(context, '/offline/', { title }), title, script: encodeUrlPath(script) },
    },
    // A service worker controls the pages below its own folder, and browsers update it at its address: no hash in its name.
    assetFile('/service-worker.js', context.assets.serviceWorker),
  ]
}
