import { LINK_LENGTH_SAFE } from '../../scenario/link/format.ts'
import './linkMeter.css'

const number = (value: number) => value.toLocaleString('en-US')

/** How long the link is, against what other programs surely pass on whole. Above that it is still complete, and a file is better. */
export function LinkMeter({ characters }: { characters: number }) {
  const isLong = characters > LINK_LENGTH_SAFE
  const share = Math.min(1, characters / LINK_LENGTH_SAFE)
  return (
    <div className="link-meter" data-long={isLong || undefined}>
      <p>
        <span>Length of the link</span>
        <b>
          {number(characters)} of {number(LINK_LENGTH_SAFE)} characters
        </b>
      </p>
      <i aria-hidden="true">
        <i style={{ width: `${100 * share}%` }} />
      </i>
      <p role="status">
        {isLong &&
          'Too long for a link: mail and chat may cut it. Nothing is lost here, but save a file to hand the scene on.'}
      </p>
    </div>
  )
}
