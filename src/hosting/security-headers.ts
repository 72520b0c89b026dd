import type { Outlet } from '../newsroom/outlet.ts'

/** What a server must say with every page: nothing is asked of another host, nothing is told to one, nothing is switched on. */
export function securityHeaders({
  thirdParties,
  isso,
}: Pick<Outlet, 'thirdParties' | 'isso'>): [name: string, value: string][] {
  const sources = ["'self'", ...thirdParties].join(' ')
  const policy = {
    'default-src': "'none'",
    // The search compiles its index, which is no script of a page.
    'script-src': `${sources} 'wasm-unsafe-eval'`,
    // Isso's form sets styles of its own.
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

/** What no page needs: ways to see, hear, locate or recognise a reader. */
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

/** Files whose names are made of their bytes never change. */
export const immutableFolders = ['/assets/', '/media/'] as const
export const immutableCacheControl = 'public, max-age=31536000, immutable'
