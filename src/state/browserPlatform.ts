import type { Platform, TextStore, WorkerPort } from './platform.ts'

/** Where storage is forbidden the getter itself throws; nothing is kept then. */
function textStore(open: () => Storage): TextStore {
  return {
    getItem: (key) => open().getItem(key),
    setItem: (key, value) => open().setItem(key, value),
    removeItem: (key) => open().removeItem(key),
  }
}

function createWorker(): WorkerPort {
  const worker = new Worker(new URL('../worker/simulation.worker.ts', import.meta.url), { type: 'module' })
  const port: WorkerPort = {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    terminate: () => worker.terminate(),
    onMessage: () => {},
    onFailure: () => {},
  }
  worker.onmessage = (event) => port.onMessage(event.data)
  worker.onerror = (event) => {
    event.preventDefault()
    port.onFailure(event.message || 'the worker could not be started')
  }
  worker.onmessageerror = () => port.onFailure('an answer could not be read')
  return port
}

/** The browser itself. Nothing is touched before it is needed, so that the module can be imported anywhere. */
export function browserPlatform(): Platform {
  return {
    createWorker,
    requestFrame: (run) => void requestAnimationFrame(run),
    nowMs: () => performance.now(),
    later: (run, afterMs) => {
      const timer = setTimeout(run, afterMs)
      return () => clearTimeout(timer)
    },
    randomSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    address: () => location.href.split('#', 1)[0] ?? '',
    hash: () => location.hash,
    replaceHash: (hash) => history.replaceState(history.state, '', hash),
    onHashChange: (run) => addEventListener('hashchange', ({ newURL }) => run(new URL(newURL).hash)),
    reloaded: () =>
      performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload'),
    hidden: () => document.hidden,
    onVisibility: (run) => document.addEventListener('visibilitychange', run),
    onLeave: (run) => addEventListener('pagehide', run),
    tabStore: textStore(() => sessionStorage),
    browserStore: textStore(() => localStorage),
    setAttribute: (name, value) => document.documentElement.setAttribute(name, value),
    sinceNavigationMs: () => performance.now(),
  }
}
