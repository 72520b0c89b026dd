// Makes “Copy link” copy; without this script it is a link to the story like any other.
for (const link of document.querySelectorAll('a[data-copy]')) {
  if (!navigator.clipboard) break
  link.addEventListener('click', async (event) => {
    event.preventDefault()
    const words = link.textContent
    await navigator.clipboard.writeText(link.href)
    link.textContent = link.dataset.copy
    setTimeout(() => {
      link.textContent = words
    }, 2000)
  })
}
