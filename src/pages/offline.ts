import { href } from '../newsroom/address.ts'
import { strings } from '../strings/strings.ts'
import { type Frame, pageProps } from './frame.ts'
import type { Output } from './output.ts'

/** The page on which readers have pages kept on their device, where the outlet offers it, and the script that keeps them. */
export function offlinePage(frame: Frame): Output[] {
  const { outlet } = frame.site
  const script = frame.assets.offline
  if (script === undefined) return []
  const title = strings(outlet.language).offline
  return [
    {
      url: '/offline/',
      layout: 'offline',
      props: { ...pageProps(frame, '/offline/', { title }), title, script: href(script) },
    },
    // It must stand at the root, under a name that stays.
    { url: '/service-worker.js', layout: 'asset', props: { text: frame.assets.serviceWorker } },
  ]
}
