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

// Shows the buttons that copy a text; without this script the text is there to be copied by hand.
for (const button of document.querySelectorAll('button[data-copy-from]')) {
  if (!navigator.clipboard) break
  button.hidden = false
  button.addEventListener('click', async () => {
    const words = button.textContent
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copyFrom).value)
    button.textContent = button.dataset.copied
    setTimeout(() => {
      button.textContent = words
    }, 2000)
  })
}
