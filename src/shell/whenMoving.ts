/** Where nothing moves (a paused link, an empty scene) the rest of the page waits no longer than this. */
const PATIENCE_MS = 3000

/** A first message crosses its link in this time; loading and building the rest would make it jerk. */
const CROSSING_MS = 600

let moving: Promise<void> | null = null

/**
 * The first moving message has the road for itself: what is not needed for it is loaded when it has
 * been drawn, or at the first touch of pointer or key.
 */
export function whenMoving(): Promise<void> {
  moving ??= new Promise((resolve) => {
    const root = document.documentElement
    const seen = new MutationObserver(() => {
      if (root.hasAttribute('data-first-message')) setTimeout(done, CROSSING_MS)
    })
    const done = () => {
      seen.disconnect()
      removeEventListener('pointerdown', done)
      removeEventListener('keydown', done)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, PATIENCE_MS)
    seen.observe(root, { attributes: true, attributeFilter: ['data-first-message'] })
    addEventListener('pointerdown', done)
    addEventListener('keydown', done)
  })
  return moving
}
