import { immutableCacheControl, immutableFolders, securityHeaders } from '../hosting/security-headers.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { CommandContext } from './main.ts'
import { requireOutlet } from './new.ts'
import { type Options, UsageError } from './options.ts'

/** `lampstand headers nginx|caddy`: prints the part of a server's configuration that protects readers and spares their lines. */
export async function headersCommand({ words, content, folder }: Options, { out }: CommandContext): Promise<number> {
  const [server = '', ...more] = words
  const print = servers[server]
  if (print === undefined || more.length > 0)
    throw new UsageError(
      `Unexpected ${words.join(' ') || 'end'}, expected nginx or caddy: lampstand headers nginx. Netlify and Cloudflare Pages read the site’s own _headers.`,
    )
  out.write(print(requireOutlet(content, folder)))
  return 0
}

const servers: Readonly<Record<string, (outlet: Outlet) => string>> = {
  nginx: (outlet) => {
    // nginx forgets the headers of the server in a location that adds one.
    const all = securityHeaders(outlet).map(([name, value]) => `add_header ${name} "${value}" always;`)
    const onion = outlet.onion === undefined ? [] : [`add_header Onion-Location "${outlet.onion}$request_uri" always;`]
    const inside = (lines: readonly string[]) => lines.map((line) => `    ${line}\n`).join('')
    return [
      '# Inside server { … }\n',
      ...[...all, ...onion].map((line) => `${line}\n`),
      'gzip on;\n',
      'gzip_comp_level 6;\n',
      'gzip_types text/css text/javascript application/javascript image/svg+xml text/xml application/xml application/rss+xml;\n',
      'error_page 404 /404.html;\n',
      ...immutableFolders.map(
        (folder) =>
          `location ${folder} {\n${inside([...all, `add_header Cache-Control "${immutableCacheControl}" always;`])}}\n`,
      ),
    ].join('')
  },
  caddy: (outlet) => {
    const all = securityHeaders(outlet).map(([name, value]) => `  ${name} "${value}"\n`)
    const onion = outlet.onion === undefined ? [] : [`  Onion-Location "${outlet.onion}{uri}"\n`]
    return [
      '# Inside the site’s block\n',
      'header {\n',
      ...all,
      ...onion,
      '}\n',
      ...immutableFolders.map((folder) => `header ${folder}* Cache-Control "${immutableCacheControl}"\n`),
      'encode zstd gzip\n',
      'handle_errors {\n  rewrite * /404.html\n  file_server\n}\n',
    ].join('')
  },
}
