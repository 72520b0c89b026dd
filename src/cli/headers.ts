import { serverConfigs } from '../hosting/server-config.ts'
import type { CommandContext } from './main.ts'
import { requireOutlet } from './new.ts'
import { type Options, UsageError } from './options.ts'

/** `lampstand headers nginx|caddy`: prints the part of a server's configuration that protects readers and spares their lines. */
export async function headersCommand({ words, content, folder }: Options, { out }: CommandContext): Promise<number> {
  const [server = '', ...more] = words
  const serverConfig = serverConfigs[server]
  if (serverConfig === undefined || more.length > 0)
    throw new UsageError(
      `Unexpected ${words.join(' ') || 'end'}, expected nginx or caddy: lampstand headers nginx. Netlify and Cloudflare Pages read the site’s own _headers.`,
    )
  out.write(serverConfig(requireOutlet(content, folder)))
  return 0
}
