// Searches the years that a reader asks for. Nothing leaves the browser: the words stand behind the # of the address, which browsers
// do not send.
const form = document.querySelector('form.search')
const count = document.querySelector('.search-count')
const list = document.querySelector('.search-results')
const more = document.querySelector('.search-more')
/** The home page: this script is in a folder beside it. */
const home = new URL('..', import.meta.url)
const years = form.dataset.years.split(' ').filter((year) => year !== '')

// Every year's index asks for the same program under its own address.
const { fetch } = window
window.fetch = (input, init) => fetch(String(input).replace(/\/search\/\d+\/(wasm\.)/, '/search/$1'), init)

const engines = new Map()
let turn = 0
let shown = []

/** The search over some years; their indexes are fetched when they are asked for. */
function engineOf(wanted) {
  const key = wanted.join(' ')
  if (!engines.has(key)) engines.set(key, open(wanted))
  return engines.get(key)
}

async function open([first, ...others]) {
  const { createInstance } = await import(new URL('search/pagefind.js', home).href)
  const basePath = (year) => new URL(`search/${year}/`, home).href
  const baseUrl = home.pathname
  const engine = createInstance({ basePath: basePath(first), baseUrl, noWorker: true, excerptLength: 24 })
  await engine.init()
  for (const year of others) await engine.mergeIndex(basePath(year), { baseUrl, noWorker: true })
  return engine
}

async function search() {
  const mine = ++turn
  const values = Object.fromEntries(new FormData(form))
  const { q, year, ...filters } = values
  const asked = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''))
  history.replaceState(null, '', asked.size === 0 ? location.pathname : `#${asked}`)
  const chosen = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  if (q.trim() === '' && Object.keys(chosen).length === 0) return show([])
  const wanted = year === 'all' ? years : year === '' ? years.slice(0, 3) : [year]
  try {
    const engine = await engineOf(wanted)
    const found = await engine.search(q.trim() === '' ? null : q, {
      filters: chosen,
      ...(q.trim() === '' ? { sort: { date: 'desc' } } : {}),
    })
    if (mine !== turn) return
    count.textContent = found.results.length === 0 ? form.dataset.none : `${form.dataset.found} ${found.results.length}`
    show(found.results)
  } catch (error) {
    if (mine === turn) count.textContent = form.dataset.failed
    console.error(error)
  }
}

function show(results) {
  shown = results
  list.replaceChildren()
  if (results.length === 0 && turn === 0) count.textContent = ''
  showMore()
}

async function showMore() {
  const mine = turn
  const next = shown.slice(list.children.length, list.children.length + 10)
  const data = await Promise.all(next.map((result) => result.data()))
  if (mine !== turn) return
  list.append(...data.map(itemOf))
  more.hidden = list.children.length >= shown.length
}

/** One story: everything as text, the words that were found marked. */
function itemOf({ url, meta, excerpt }) {
  const item = document.createElement('li')
  const title = document.createElement('h2')
  const link = document.createElement('a')
  link.href = url
  link.textContent = meta.title
  title.append(link)
  const facts = document.createElement('p')
  facts.className = 'card-meta'
  facts.textContent = [meta.place, meta.date].filter(Boolean).join(' · ')
  const text = document.createElement('p')
  for (const [index, part] of excerpt.split(/<\/?mark>/).entries()) {
    const plain = new DOMParser().parseFromString(`<span>${part}</span>`, 'text/html').body.textContent
    const mark = index % 2 === 1 ? document.createElement('mark') : undefined
    if (mark !== undefined) mark.textContent = plain
    text.append(mark ?? plain)
  }
  item.append(title, facts, text)
  return item
}

let timer
const soon = () => {
  clearTimeout(timer)
  timer = setTimeout(search, 250)
}
form.hidden = false
form.addEventListener('input', soon)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  search()
})
more.querySelector('button').addEventListener('click', showMore)
/** Searches for what the address asks, as a link or the browser's way back may have changed it. */
function follow() {
  form.reset()
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    if (form.elements[name] !== undefined) form.elements[name].value = value
  }
  search()
}
addEventListener('hashchange', follow)
follow()
