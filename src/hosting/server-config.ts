import type { Outlet } from '../newsroom/outlet.ts'
import { immutableCacheControl, immutableFolders, securityHeaders } from './security-headers.ts'

/**
 * The servers that `lampstand headers` can print a configuration for. Each entry returns the lines to paste into the
 * configuration of the outlet's site: security headers, compression, the 404 page, and caching of files that never change.
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
  const indented = immutable.map((line) => `    ${line}\n`).join('')
  return [
    '# Inside server { … }\n',
    ...[...headers, ...onion].map((line) => `${line}\n`),
    'gzip on;\n',
    'gzip_comp_level 6;\n',
    'gzip_types text/css text/javascript application/javascript image/svg+xml text/xml application/xml application/rss+xml;\n',
    'error_page 404 /404.html;\n',
    ...immutableFolders.map((folder) => `location ${folder} {\n${indented}}\n`),
  ].join('')
}

function caddyConfig(outlet: Outlet): string {
  const headers = securityHeaders(outlet).map(([name, value]) => `  ${name} "${value}"\n`)
  const onion = outlet.onion === undefined ? [] : [`  Onion-Location "${outlet.onion}{uri}"\n`]
  return [
    '# Inside the site’s block\n',
    'header {\n',
    ...headers,
    ...onion,
    '}\n',
    ...immutableFolders.map((folder) => `header ${folder}* Cache-Control "${immutableCacheControl}"\n`),
    'encode zstd gzip\n',
    'handle_errors {\n  rewrite * /404.html\n  file_server\n}\n',
  ].join('')
}
