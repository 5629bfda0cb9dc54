import { useView, type ViewState, viewStore } from '../state/index.ts'

const TABS: readonly { panel: ViewState['panel']; label: string }[] = [
  { panel: 'canvas', label: 'Picture' },
  { panel: 'library', label: 'Question' },
  { panel: 'inspector', label: 'Numbers' },
  { panel: 'charts', label: 'Charts' },
]

/** On narrow screens one panel is in front; the clock stays. Building needs a wider one. */
export function PanelTabs() {
  const panel = useView((view) => view.panel)
  return (
    <nav className="tabs" aria-label="Panels">
      {TABS.map((tab) => (
        <button
          key={tab.panel}
          type="button"
          aria-pressed={panel === tab.panel}
          onClick={() => viewStore.getState().setPanel(tab.panel)}
        >
          {tab.label}
        </button>
      ))}
    </nav>
  )
}
