/**
 * Puts a text into the system's clipboard. Over plain http from another machine the browser keeps its own interface away from the page;
 * the old command still works there.
 * @returns whether it was taken
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByCommand(text)
  }
}

function copyByCommand(text: string): boolean {
  let isTaken = false
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    // The canvas would put its selected nodes there.
    event.stopImmediatePropagation()
    isTaken = true
  }
  addEventListener('copy', give, true)
  try {
    document.execCommand('copy')
  } catch {
    // Forbidden: it was not taken.
  } finally {
    removeEventListener('copy', give, true)
  }
  return isTaken
}
