import { frames } from '../../state/index.ts'
import { Button } from '../../ui/Button.tsx'

/** Dims all other keys, or says why that cannot be: the many keys that share a colour cannot be told apart. */
export function KeyAlone({ name, isLit, onChange }: { name: string; isLit: boolean; onChange: () => void }) {
  const isPainted = frames.current()?.layout.paintedKeys.some(({ key }) => key === name) ?? false
  return isPainted ? (
    <Button aria-pressed={isLit} onClick={onChange}>
      Show its key alone
    </Button>
  ) : (
    <p className="quiet">Its key cannot be shown alone: only the busiest keys have a colour of their own.</p>
  )
}
