import { type ComponentType, lazy, Suspense } from 'react'

/** A picture that comes with the first scene that needs it; its place is kept free. */
export function later<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  const Picture = lazy(load)
  return (props: P) => (
    <Suspense fallback={null}>
      <Picture {...props} />
    </Suspense>
  )
}
