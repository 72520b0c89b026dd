import type { Outlet } from '../newsroom/outlet.ts'

/**
 * The headers that a server must send with every page. They forbid requests to hosts that site.yml does not name, referrers to
 * other hosts, and every device feature.
 */
export function securityHeaders({
  thirdParties,
  isso,
}: Pick<Outlet, 'thirdParties' | 'isso'>): [name: string, value: string][] {
  const sources = ["'self'", ...thirdParties].join(' ')
  const policy = {
    'default-src': "'none'",
    // The search compiles WebAssembly.
    'script-src': `${sources} 'wasm-unsafe-eval'`,
    // The form of Isso sets inline styles.
    'style-src': isso === undefined ? sources : `${sources} 'unsafe-inline'`,
    'img-src': isso === undefined ? sources : `${sources} data:`,
    'media-src': sources,
    'font-src': sources,
    'connect-src': sources,
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }
  return [
    [
      'Content-Security-Policy',
      Object.entries(policy)
        .map(([directive, value]) => `${directive} ${value}`)
        .join('; '),
    ],
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', features.map((feature) => `${feature}=()`).join(', ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Strict-Transport-Security', 'max-age=31536000'],
  ]
}

/** The browser features that pages never use: they could see, hear, locate or identify a reader. */
const features = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** The folders of files that never change, because their names contain the hash of their bytes. */
export const immutableFolders = ['/assets/', '/media/'] as const
export const immutableCacheControl = 'public, max-age=31536000, immutable'
