import { viewStore } from '../../state/index.ts'

const ID_LENGTH = 8
let presenter: Window | null = null

/** Begins a presentation: this window becomes the class's, another opens for the teacher. Or ends it. */
export function toggleShow(): void {
  if (viewStore.getState().show === undefined) startShow()
  else endShow()
}

export function endShow(): void {
  viewStore.setState({ show: undefined })
  presenter?.close()
  presenter = null
}

function startShow(): void {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  const id = number.toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH)
  viewStore.setState({
    show: { id, beat: 'ask', isDark: false, rounds: [[]], answer: null },
    ...{ tool: null, helpOpen: false, galleryOpen: false, building: false, panelsShown: false },
    ...{ panel: 'canvas', bench: undefined, biography: null },
  })
  const address = `${location.href.split(/[?#]/, 1)[0]}?presenter#${id}`
  presenter = window.open(address, `shardscope-${id}`, 'popup,width=1100,height=760')
  if (presenter === null)
    viewStore.getState().setNotice({
      text: 'The browser did not open the window with your notes.',
      detail: 'Allow it and press Shift P twice, or open this address in another window of this browser:',
      linkText: address,
    })
}
