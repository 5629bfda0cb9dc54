import { Component, type ReactNode, Suspense } from 'react'

type PartProps = { fallback: ReactNode; children: ReactNode }

/** A part of the page that is loaded late. One that cannot be loaded, or fails, is left out; all others stay. */
export class Part extends Component<PartProps, { isLost: boolean }> {
  override state = { isLost: false }
  static getDerivedStateFromError() {
    return { isLost: true }
  }
  override render() {
    const { fallback, children } = this.props
    return this.state.isLost ? fallback : <Suspense fallback={fallback}>{children}</Suspense>
  }
}
