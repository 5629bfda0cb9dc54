import { useCallback, useEffect, useRef, useState } from 'react'
import { type Order, parseTold, type Told } from '../../scenario/show/messages.ts'
import { openChannel } from './channel.ts'
import { remoteOrder } from './remoteKeys.ts'

const ASK_EVERY_MS = 2000
const SILENT_AFTER_MS = 5000

type Audience = { told: Told | null; isHeard: boolean; order: (what: Order['do'], row?: number) => void }

/** The class's window as it last told of itself, and the way to turn its pages: by call, or by the keys of a remote. */
export function useAudience(): Audience {
  const [told, setTold] = useState<Told | null>(null)
  const [isHeard, setIsHeard] = useState(true)
  const heardAt = useRef(performance.now())
  const say = useRef<(message: Order) => void>(() => {})
  const show = useShowId()
  const order = useCallback((what: Order['do'], row = 0) => say.current({ show, do: what, row }), [show])

  useEffect(() => {
    const line = openChannel((data) => {
      const heard = parseTold(data, show)
      if (heard === null) return
      heardAt.current = performance.now()
      setIsHeard(true)
      setTold(heard)
      document.title = `${heard.title}: notes`
    })
    say.current = line.say
    const ask = () => {
      order('hello')
      setIsHeard(performance.now() - heardAt.current < SILENT_AFTER_MS)
    }
    ask()
    const timer = setInterval(ask, ASK_EVERY_MS)
    return () => {
      clearInterval(timer)
      line.close()
    }
  }, [show, order])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = remoteOrder(event)
      if (asked === null) return
      event.preventDefault()
      order(asked.do, asked.row)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [order])
  return { told, isHeard, order }
}

/** Which presentation this window belongs to stands in its address. */
const useShowId = (): string => useState(() => location.hash.slice(1))[0]
