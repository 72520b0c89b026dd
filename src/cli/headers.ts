import { serverConfigs } from '../hosting/server-config.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'
import { requireOutlet } from './require-outlet.ts'
import { UsageError } from './usage-error.ts'

/** `lampstand headers nginx|caddy`: prints a server's configuration for security headers, caching and compression. */
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
