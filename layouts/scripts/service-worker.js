// Keeps what a reader who asked for it has read, for lines that fail. Nothing is kept that was not opened, and nothing is told.
/** The address of the home page. Other sites on the same host have caches of their own, which this one leaves alone. */
const home = new URL(self.registration.scope).pathname
const pages = `${home}pages`.slice(1)
const files = `${home}files`.slice(1)
/** How many pages are kept: the last that were read. */
const most = 60

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (['assets/', 'media/'].some((folder) => pathname.startsWith(home + folder))) event.respondWith(file(request))
})

/** The page as it is now, or as it was when it was read last. */
async function page(request) {
  const cache = await caches.open(pages)
  const { pathname } = new URL(request.url)
  try {
    const response = await fetch(request)
    if (response.ok && response.headers.get('content-type')?.startsWith('text/html')) {
      await cache.delete(pathname)
      await cache.put(pathname, response.clone())
      const kept = await cache.keys()
      for (const old of kept.slice(0, Math.max(0, kept.length - most))) await cache.delete(old)
    }
    // What was taken off the site is taken off the device.
    if (response.status === 404 || response.status === 410) await cache.delete(pathname)
    return response
  } catch {
    return (await cache.match(pathname)) ?? (await cache.match(`${home}offline/`)) ?? Response.error()
  }
}

/** A file whose name is made of its bytes never changes. */
async function file(request) {
  const cache = await caches.open(files)
  const known = await cache.match(request)
  if (known !== undefined) return known
  const response = await fetch(request)
  if (response.ok && response.status === 200) await cache.put(request, response.clone())
  return response
}
