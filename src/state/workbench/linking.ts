import { connect, disconnect, wiringRefusal } from '../../scenario/index.ts'
import { applyEdit, scenarioStore, viewStore } from '../index.ts'
import { nameOf, say } from './selection.ts'

/** Links two nodes, or says why they cannot be linked. */
export function tryConnect(fromId: string, toId: string): boolean {
  const reason = wiringRefusal(scenarioStore.getState().scenario, fromId, toId)
  if (reason !== null) {
    viewStore.getState().setNotice({ text: `${nameOf(fromId)} cannot be linked to ${nameOf(toId)}.`, detail: reason })
    return false
  }
  const { links } = scenarioStore.getState().scenario
  applyEdit((scenario) => connect(scenario, fromId, toId))
  if (scenarioStore.getState().scenario.links === links) {
    viewStore.getState().setNotice({ text: 'A scene holds no more links than these.' })
    return false
  }
  viewStore.getState().setNotice(null)
  say(`${nameOf(fromId)} is linked to ${nameOf(toId)}.`)
  return true
}

export function unlink(fromId: string, toId: string): void {
  say(`The link from ${nameOf(fromId)} to ${nameOf(toId)} is gone.`)
  applyEdit((scenario) => disconnect(scenario, fromId, toId))
}
