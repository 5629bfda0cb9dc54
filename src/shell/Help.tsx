import { useEffect, useRef } from 'react'
import { session, useView, viewStore } from '../state/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { DialogHead } from '../ui/DialogHead.tsx'
import { KafkaTable } from './KafkaTable.tsx'
import { COMMAND_NAMES, KEY_WORDS } from './keyWords.ts'
import './help.css'

const close = () => viewStore.getState().setHelpOpen(false)

/** Keys, and what the picture says. The run waits while it is read. */
export default function Help() {
  const open = useView((view) => view.helpOpen)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element === null || element.open === open) return
    if (open) {
      session.pause()
      element.showModal()
    } else element.close()
  }, [open])
  return (
    <Dialog ref={dialog} className="help" large aria-labelledby="help-title" onClose={close}>
      <div className="help-sheet">
        <DialogHead id="help-title" title="Reading the picture" closeLabel="Close help" onClose={close} />
        <div className="help-columns">
          <Grammar />
          <section>
            <h3>Keys</h3>
            <dl className="help-keys">
              {COMMAND_NAMES.map((name) => {
                const [what, ...keys] = KEY_WORDS[name]
                return (
                  <div key={name}>
                    <dt>{what}</dt>
                    <dd>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dd>
                  </div>
                )
              })}
            </dl>
            <p>
              On the canvas, arrow keys follow the links, Page Up and Page Down go to any node, Enter selects and Escape
              leaves. On a slider, Page Up and Page Down take big steps.
            </p>
          </section>
        </div>
        <KafkaTable />
      </div>
    </Dialog>
  )
}

function Grammar() {
  return (
    <section className="say">
      <p>
        <strong>Dots are messages, lines are readers.</strong> A colour and a letter mean one partition key. A hollow
        vermilion ring is a record that was refused; it turns around and goes back to its producer.
      </p>
      <p>
        <strong>A tape is a shard.</strong> The newest record stands at the left, and the tape carries it to the right
        until it expires. Reading removes nothing. The triangle of an application is the place up to which it has
        worked; the hollow bar to its left is what it has fetched, the pin to its right is its checkpoint.
      </p>
      <p>
        <strong>A bag is a queue.</strong> Place means nothing in it. A received message is a dashed ghost whose ring
        empties with the visibility timeout. What is deleted leaves the bag.
      </p>
      <p>
        <strong>A line across is a limit.</strong> What does not fit is hatched. The ceiling is the limit that binds:
        records or bytes, whichever is met first.
      </p>
      <p>
        <button
          type="button"
          className="text-button"
          onClick={() => {
            close()
            viewStore.setState({ tool: { is: 'glossary' } })
          }}
        >
          All words with their pictures
        </button>
      </p>
      <p>Travel between two places is drawn slower than it is, so that it can be seen: 600 ms for some 10 ms.</p>
    </section>
  )
}
