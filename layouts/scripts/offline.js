// Switches the keeping of pages on and off, and shows what is kept.
const on = document.querySelector('button.offline-on')
const off = document.querySelector('button.offline-off')
const list = document.querySelector('.offline-kept')
/** The home page: this script is in a folder beside it. Other sites on the same host have workers and caches of their own. */
const home = new URL('..', import.meta.url)
/** The names of the caches, as in service-worker.js. */
const pages = `${home.pathname}pages`.slice(1)
const files = `${home.pathname}files`.slice(1)

/** The worker of this site; undefined as long as its reader has not asked for it. */
async function findRegistration() {
  const registration = await navigator.serviceWorker.getRegistration(home)
  return registration?.scope === home.href ? registration : undefined
}

async function show() {
  const registration = await findRegistration()
  on.hidden = registration !== undefined
  off.hidden = registration === undefined
  const cache = registration === undefined ? undefined : await caches.open(pages)
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
    await navigator.serviceWorker.register(new URL('service-worker.js', home))
    await navigator.serviceWorker.ready
    // This page stands in for others when the line fails.
    const own = [...document.querySelectorAll('script[src], link[rel=stylesheet]')].map((one) => one.src ?? one.href)
    await (await caches.open(files)).addAll(own)
    await (await caches.open(pages)).add(new URL('offline/', home))
    await show()
  })
  off.addEventListener('click', async () => {
    const registration = await findRegistration()
    await registration?.unregister()
    for (const name of [pages, files]) await caches.delete(name)
    await show()
  })
  show()
}
