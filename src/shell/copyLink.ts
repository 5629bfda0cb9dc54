import { pageLink, viewStore } from '../state/index.ts'

/** Puts the present link into the clipboard; false where the browser forbids it. */
export async function writeLink(): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(pageLink())
    return true
  } catch {
    return false
  }
}

/** The same by a key, so the page has to say what happened. */
export async function copyLink(): Promise<void> {
  const copied = await writeLink()
  const link = pageLink()
  viewStore
    .getState()
    .setNotice(
      copied
        ? { text: 'Link copied.', detail: `${link.length} characters. It opens this scene at this moment, paused.` }
        : { text: 'The browser does not let this page copy.', detail: 'Copy the link from here:', linkText: link },
    )
}
