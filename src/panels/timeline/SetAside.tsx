import { useScenario, useView } from '../../state/index.ts'
import { asidesOf, bringBack } from '../../state/marks/asides.ts'
import './setAside.css'

/** The future that was left last, one press away. */
export default function SetAside() {
  const scenario = useScenario((state) => state.scenario)
  const asides = useView((view) => view.asides)
  const aside = asidesOf(asides, scenario)[0]
  if (aside === undefined) return null
  const { length } = aside.steps
  return (
    <p className="set-aside" role="status">
      {length === 1 ? 'A later step was' : `${length} later steps were`} set aside.{' '}
      <button type="button" className="text-button" onClick={() => bringBack(aside)}>
        Bring {length === 1 ? 'it' : 'them'} back
      </button>
    </p>
  )
}
