import { builtIn } from '../../scenario/library/loaded.ts'
import { useScenario } from '../../state/index.ts'
import type { Workshop } from '../../state/viewStore.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { icons } from '../../ui/icons.tsx'
import { goToScene, leaveWorkshop } from './workshopSteps.ts'
import './workshopBar.css'

const titleOf = (id: string | undefined) => (id === undefined ? '' : (builtIn(id)?.title ?? id))

/** Above the picture: where the workshop stands, and the way on. */
export function WorkshopBar({ workshop }: { workshop: Workshop }) {
  const { ids, at } = workshop
  const openId = useScenario((state) => state.scenario.id)
  const isAway = openId !== ids[at]
  const next = ids[at + 1]
  return (
    <nav className="workshop" aria-label="Workshop">
      <p>
        Scene <b>{at + 1}</b> of {ids.length}
      </p>
      <ol>
        {ids.map((id, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a scene may come twice
          <li key={i}>
            <button
              type="button"
              aria-label={`Scene ${i + 1}, ${titleOf(id)}`}
              title={titleOf(id)}
              aria-current={i === at ? 'step' : undefined}
              data-state={i < at ? 'done' : undefined}
              onClick={() => goToScene(workshop, i)}
            />
          </li>
        ))}
      </ol>
      <div className="workshop-turn">
        <Button disabled={at === 0} onClick={() => goToScene(workshop, at - 1)}>
          Back
        </Button>
        {isAway ? (
          <Button primary onClick={() => goToScene(workshop, at)}>
            Return to {titleOf(ids[at])}
          </Button>
        ) : (
          <Button primary disabled={next === undefined} onClick={() => goToScene(workshop, at + 1)}>
            {next === undefined ? 'This is the last' : `Next: ${titleOf(next)}`}
          </Button>
        )}
        <IconButton label="Leave the workshop" onClick={leaveWorkshop}>
          {icons.close}
        </IconButton>
      </div>
    </nav>
  )
}
