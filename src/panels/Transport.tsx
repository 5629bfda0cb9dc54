import { session, useGauges, useSession } from '../state/index.ts'
import { IconButton } from '../ui/Button.tsx'
import { Segments, Select } from '../ui/Choice.tsx'
import { axisTimeText, clockText } from '../ui/clockText.ts'
import { icons } from '../ui/icons.tsx'
import { SPEEDS, speedText } from '../ui/speeds.ts'
import { RunIdentity } from './RunIdentity.tsx'
import './transport.css'

/** The clock and what moves it. */
export function Transport() {
  const { playing } = useSession()
  return (
    <section className="transport" id="transport" aria-label="Time" tabIndex={-1}>
      <Clock />
      <div className="transport-buttons">
        <IconButton framed label="Back to the start, same seed" onClick={() => session.reset()}>
          {icons.reset}
        </IconButton>
        <IconButton framed label="One event back" onClick={() => session.step(-1)}>
          {icons.stepBack}
        </IconButton>
        <IconButton
          framed
          strong
          label={playing ? 'Pause' : 'Play'}
          className="play-button"
          onClick={() => session.toggle()}
        >
          {playing ? icons.pause : icons.play}
        </IconButton>
        <IconButton framed label="One event forward" onClick={() => session.step(1)}>
          {icons.stepForward}
        </IconButton>
      </div>
      <Speed />
      <RunIdentity />
    </section>
  )
}

function Clock() {
  const { durationMicros, progress, state } = useSession()
  const now = useGauges((reader) => clockText(reader.nowMicros))
  const slow = useGauges((reader) => (reader.behind ? reader.reachedSpeed : null))
  return (
    <div className="clock">
      <b>{now}</b>
      {progress !== null ? (
        <span className="clock-side clock-busy">
          computing {share(progress)}
          <button type="button" className="text-button" onClick={() => session.cancel()}>
            Cancel
          </button>
        </span>
      ) : slow !== null && state === 'running' ? (
        <span className="clock-side clock-slow">{`${reachedText(slow)}, too many messages`}</span>
      ) : (
        <span className="clock-side">of {axisTimeText(durationMicros / 1e6)}</span>
      )}
    </div>
  )
}

function share({ from, at, to }: { from: number; at: number; to: number }): string {
  return `${to > from ? Math.floor((100 * (at - from)) / (to - from)) : 0} %`
}

function reachedText(speed: number): string {
  return `${speed >= 10 ? Math.round(speed).toLocaleString('en') : speed.toFixed(speed < 1 ? 2 : 1)}×`
}

const CHIPS = [0.25, 1, 4, 20]

function Speed() {
  const { speed } = useSession()
  const key = String(speed)
  const chips = CHIPS.map((value) => ({ value: String(value), label: speedText(value) }))
  const all = SPEEDS.map((value) => ({ value: String(value), label: speedText(value) }))
  // A speed that came from elsewhere still has a name in the list.
  if (!SPEEDS.includes(speed)) all.push({ value: key, label: speedText(speed) })
  return (
    <div className="speed">
      <Segments label="Speed" value={key} options={chips} onChange={(value) => session.setSpeed(Number(value))} />
      <Select label="All speeds" value={key} options={all} onChange={(value) => session.setSpeed(Number(value))} />
    </div>
  )
}
