import type { Outlet } from '../newsroom/outlet.ts'
import { basePath } from '../newsroom/url-path.ts'
import { immutableCacheControl, immutableFolders, securityHeaders } from './security-headers.ts'

/**
 * The servers that `lampstand headers` can print a configuration for. Each entry returns the lines to paste into the
 * configuration of the outlet's site: security headers, compression, the 404 page, and caching of files that never change. For a site
 * in a folder of its host, the lines hold for that folder alone.
 */
export const serverConfigs: Readonly<Record<string, (outlet: Outlet) => string>> = {
  nginx: nginxConfig,
  caddy: caddyConfig,
}

function nginxConfig(outlet: Outlet): string {
  const headers = securityHeaders(outlet).map(([name, value]) => `add_header ${name} "${value}" always;`)
  const onion = outlet.onion === undefined ? [] : [`add_header Onion-Location "${outlet.onion}$request_uri" always;`]
  // A location that adds a header loses those of the server, so each location repeats them.
  const immutable = [...headers, `add_header Cache-Control "${immutableCacheControl}" always;`]
  const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}\n`).join('')
  const base = basePath(outlet.url)
  const site = [
    ...[...headers, ...onion],
    'gzip on;',
    'gzip_comp_level 6;',
    'gzip_types text/css text/javascript application/javascript image/svg+xml text/xml application/xml application/rss+xml;',
    `error_page 404 ${base}/404.html;`,
  ]
  return [
    ...(base === ''
      ? ['# Inside server { … }\n', ...site.map((line) => `${line}\n`)]
      : [
          `# Inside server { … }, whose root has the site in its folder ${base.slice(1)}\n`,
          `location ${base}/ {\n${indent(site)}}\n`,
        ]),
    ...immutableFolders.map((folder) => `location ${base}${folder} {\n${indent(immutable)}}\n`),
  ].join('')
}

function caddyConfig(outlet: Outlet): string {
  const headers = securityHeaders(outlet).map(([name, value]) => `  ${name} "${value}"\n`)
  const onion = outlet.onion === undefined ? [] : [`  Onion-Location "${outlet.onion}{uri}"\n`]
  const base = basePath(outlet.url)
  return [
    `# Inside the site’s block${base === '' ? '' : `, whose root has the site in its folder ${base.slice(1)}`}\n`,
    `header ${base === '' ? '' : `${base}/* `}{\n`,
    ...headers,
    ...onion,
    '}\n',
    ...immutableFolders.map((folder) => `header ${base}${folder}* Cache-Control "${immutableCacheControl}"\n`),
    'encode zstd gzip\n',
    `handle_errors {\n  rewrite ${base === '' ? '*' : `${base}/*`} ${base}/404.html\n  file_server\n}\n`,
  ].join('')
}
