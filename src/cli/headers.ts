import { serverConfigs } from '../hosting/server-config.ts'
import type { CommandContext } from './main.ts'
import { requireOutlet } from './new.ts'
import { type Options, UsageError } from './options.ts'

/** `lampstand headers nginx|caddy`: prints the part of a server's configuration that protects readers and spares their lines. */
export async function headersCommand({ args, content, cwd }: Options, { stdout }: CommandContext): Promise<number> {
  const [server = '', ...more] = args
  const serverConfig = serverConfigs[server]
  if (serverConfig === undefined || more.length > 0)
    throw new UsageError(
      `Unexpected ${args.join(' ') || 'end'}, expected nginx or caddy: lampstand headers nginx. Netlify and Cloudflare Pages read the site’s own _headers.`,
    )
  stdout.write(serverConfig(requireOutlet(content, cwd)))
  return 0
}
