import { LINK_LENGTH_SAFE } from '../scenario/link/format.ts'
import { copyText } from '../state/copyText.ts'
import { pageLink, viewStore } from '../state/index.ts'

/** The link as it was at the asking, and whether the clipboard took it. Null: this browser cannot pack the scene. */
export type Copied = { link: string | null; copied: boolean }

/** Puts the present link into the clipboard, where the browser allows it. */
export async function writeLink(): Promise<Copied> {
  const link = await pageLink()
  if (link === null) return { link, copied: false }
  return { link, copied: await copyText(link) }
}

/** The same by a key, so the page has to say what happened. */
export async function copyLink(): Promise<void> {
  const { link, copied } = await writeLink()
  const { setNotice } = viewStore.getState()
  if (link === null)
    setNotice({ text: 'This browser cannot pack the scene into a link.', detail: 'Save it as a file instead.' })
  else if (copied)
    setNotice({
      text: 'Link copied.',
      detail: `${link.length} characters${link.length > LINK_LENGTH_SAFE ? ': mail and chat may cut it. Save a file to hand the scene on' : ''}. It opens this scene at this moment, paused.`,
    })
  else
    setNotice({
      text: 'The browser does not let this page copy.',
      detail: 'Copy the link from here:',
      linkText: link,
    })
}
