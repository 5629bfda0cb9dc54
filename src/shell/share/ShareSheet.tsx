import { LinkMeter } from '../../panels/writing/LinkMeter.tsx'
import { viewStore } from '../../state/index.ts'
import { chooseFile, saveFile } from '../../state/workbench/sceneFile.ts'
import { Button } from '../../ui/Button.tsx'
import type { Copied } from '../copyLink.ts'
import { toggleShow } from '../present/startShow.ts'
import { LinkCode } from './LinkCode.tsx'
import './share.css'

const STATUS = {
  copied: 'The link is in your clipboard.',
  kept: 'The browser does not let this page copy. Copy it from here:',
  none: 'This browser cannot pack the scene into a link. Save it as a file instead.',
}

function statusOf({ link, copied }: Copied): keyof typeof STATUS {
  if (link === null) return 'none'
  return copied ? 'copied' : 'kept'
}

/** The link of the moment of opening, in full, and what it holds; null as long as it is being made. */
export default function ShareSheet({ shared }: { shared: Copied | null }) {
  const link = shared?.link ?? ''
  return (
    <div className="share-sheet">
      <p role="status">{shared === null ? '' : STATUS[statusOf(shared)]}</p>
      <input
        readOnly
        aria-label="Link to this scene at this moment"
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      {link !== '' && <LinkMeter characters={link.length} />}
      <small>It holds the whole scene, its seed and this moment, and needs no account and no server.</small>
      <div className="share-files">
        <Button onClick={saveFile}>Save a file</Button>
        <Button onClick={chooseFile}>Open a file</Button>
      </div>
      {link !== '' && <LinkCode link={link} />}
      <Button onClick={() => viewStore.setState({ tool: { is: 'workshop' } })}>Several scenes in one link</Button>
      <Button onClick={toggleShow}>Present in two windows</Button>
    </div>
  )
}
