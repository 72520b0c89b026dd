// Switches the keeping of pages on and off, and shows what is kept.
const on = document.querySelector('button.offline-on')
const off = document.querySelector('button.offline-off')
const list = document.querySelector('.offline-kept')

async function show() {
  const registration = await navigator.serviceWorker.getRegistration('/')
  on.hidden = registration !== undefined
  off.hidden = registration === undefined
  const cache = registration === undefined ? undefined : await caches.open('pages')
  const kept = (await cache?.keys()) ?? []
  list.replaceChildren(
    ...(await Promise.all(
      kept.reverse().map(async (request) => {
        const text = await (await cache.match(request)).text()
        const link = document.createElement('a')
        link.href = new URL(request.url).pathname
        link.textContent = new DOMParser().parseFromString(text, 'text/html').title
        const item = document.createElement('li')
        item.append(link)
        return item
      }),
    )),
  )
}

if ('serviceWorker' in navigator) {
  on.addEventListener('click', async () => {
    await navigator.serviceWorker.register('/service-worker.js')
    await navigator.serviceWorker.ready
    // This page stands in for others when the line fails.
    const own = [...document.querySelectorAll('script[src], link[rel=stylesheet]')].map((one) => one.src ?? one.href)
    await (await caches.open('files')).addAll(own)
    await (await caches.open('pages')).add('/offline/')
    await show()
  })
  off.addEventListener('click', async () => {
    const registrations = await navigator.serviceWorker.getRegistrations()
    for (const registration of registrations) await registration.unregister()
    for (const name of await caches.keys()) await caches.delete(name)
    await show()
  })
  show()
}
