// In previews only: shows over the page what keeps the next one from being made, as soon as it is known, until it is mended; and
// loads the page anew where it missed the call to.
const told = '/_problems.txt'
const made = '/_made.txt'
let overlay

function hide() {
  overlay?.remove()
  overlay = undefined
}

async function show() {
  const answer = await fetch(told, { cache: 'no-store' })
  const problems = answer.ok ? await answer.text() : ''
  hide()
  if (problems === '') return
  overlay = document.createElement('section')
  overlay.setAttribute('role', 'alert')
  overlay.id = 'Problems'
  overlay.style.cssText =
    'position:fixed;inset:0;z-index:9;overflow:auto;padding:2rem;background:#1c1917;color:#fafaf9;font:1rem/1.5 system-ui'
  const words = document.createElement('p')
  words.textContent = 'The site could not be made. Mend this and save; the page will follow.'
  const close = document.createElement('button')
  close.textContent = 'Look at the page as it was'
  close.addEventListener('click', hide)
  const report = document.createElement('pre')
  report.style.cssText = 'white-space:pre-wrap;font:0.9rem/1.5 ui-monospace,monospace'
  report.textContent = problems
  overlay.append(words, close, report)
  document.body.append(overlay)
}

/** Loads the page anew, once, where others were made after it was asked for, while nobody listened. */
async function catchUp() {
  const asked = Date.now() - performance.now()
  const answer = await fetch(made, { cache: 'no-store' })
  const moment = answer.ok ? await answer.text() : ''
  const caught = `${moment} ${location.pathname}`
  // Clocks may be set back between.
  if (Number(moment) <= asked || sessionStorage.getItem('caught up') === caught) return
  sessionStorage.setItem('caught up', caught)
  location.reload()
}

/** Listens to the preview; where that ends, until another stands in its place, as long as somebody looks at the page. */
function listen() {
  const socket = new WebSocket(location.origin.replace('http', 'ws'))
  socket.addEventListener('open', () => {
    show()
    catchUp()
  })
  socket.addEventListener('message', ({ data }) => {
    const { type } = JSON.parse(data)
    if (type === 'eleventy.error') show()
    if (type === 'eleventy.reload') location.reload()
  })
  socket.addEventListener('close', () => setTimeout(listenWhenSeen, 1000))
}

function listenWhenSeen() {
  if (document.visibilityState === 'visible') listen()
  else document.addEventListener('visibilitychange', listenWhenSeen, { once: true })
}

show()
listen()
