// In previews only: shows the problems of the last build over the page until they are fixed, and reloads the page after a build that it
// missed.
const problemsUrl = '/_problems.txt'
const rebuildUrl = '/_made.txt'
let overlay

function hideOverlay() {
  overlay?.remove()
  overlay = undefined
}

async function showProblems() {
  const answer = await fetch(problemsUrl, { cache: 'no-store' })
  const problems = answer.ok ? await answer.text() : ''
  hideOverlay()
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
  close.addEventListener('click', hideOverlay)
  const report = document.createElement('pre')
  report.style.cssText =
    'white-space:pre-wrap;background:none;color:inherit;border:0;padding:0;font:0.9rem/1.5 ui-monospace,monospace'
  report.textContent = problems
  overlay.append(words, close, report)
  document.body.append(overlay)
}

/** Reloads the page once if pages were rebuilt after it was requested and before the connection was open. */
async function reloadIfMissed() {
  const requestedAt = Date.now() - performance.now()
  const answer = await fetch(rebuildUrl, { cache: 'no-store' })
  const rebuiltAt = answer.ok ? await answer.text() : ''
  const reloadKey = `${rebuiltAt} ${location.pathname}`
  // The clock may have been set back in between.
  if (Number(rebuiltAt) <= requestedAt || sessionStorage.getItem('caught up') === reloadKey) return
  sessionStorage.setItem('caught up', reloadKey)
  location.reload()
}

/** Connects to the preview. When the connection closes, it connects again as long as the page is visible. */
function connect() {
  const socket = new WebSocket(location.origin.replace('http', 'ws'))
  socket.addEventListener('open', () => {
    showProblems()
    reloadIfMissed()
  })
  socket.addEventListener('message', ({ data }) => {
    const { type } = JSON.parse(data)
    if (type === 'eleventy.error') showProblems()
    if (type === 'eleventy.reload') location.reload()
  })
  socket.addEventListener('close', () => setTimeout(connectWhenVisible, 1000))
}

function connectWhenVisible() {
  if (document.visibilityState === 'visible') connect()
  else document.addEventListener('visibilitychange', connectWhenVisible, { once: true })
}

showProblems()
connect()
