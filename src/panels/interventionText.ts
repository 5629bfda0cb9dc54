import { fieldOf, formatQuantity } from '../scenario/index.ts'
import type { Intervention, Scenario, ScenarioNode } from '../scenario/scenario.ts'

/** What somebody did, in a few words: "Web shop: rate 2,000 records/s". */
export function interventionText(step: Intervention, scenario: Scenario): string {
  const node = scenario.nodes.find((other) => other.id === step.node)
  const name = node?.name ?? step.node
  switch (step.action) {
    case 'set': {
      const field = node === undefined ? undefined : fieldOf(node.kind, step.field)
      const label = field?.label ?? step.field
      const value =
        typeof step.value === 'number'
          ? // Which record, and not how many.
            formatQuantity(step.value, step.field === 'poisonRecord' ? '' : (field?.unit ?? ''))
          : (field?.choices?.find((choice) => choice.value === step.value)?.label ?? step.value)
      return `${name}: ${label.toLowerCase()} ${value}`
    }
    case 'goTo':
      return `${name} goes to ${step.to === 'TRIM_HORIZON' ? 'the oldest record' : step.to === 'LATEST' ? 'the newest record' : `${step.to} s back`}`
    case 'goToRecord':
      return `${name} goes to record ${step.record + 1} of shard ${step.shard + 1}`
    case 'put':
      return `${name}: one sent by hand, key ${step.key}`
    case 'receiveOne':
      return `${name}: one received by hand`
    case 'deleteOne':
      return `${name}: what was received by hand is deleted`
    case 'crash':
      return hasWorkers(node) ? `${name}: worker ${step.worker + 1} dies` : `${name} goes down`
    case 'start':
      return hasWorkers(node) ? `${name}: worker ${step.worker + 1} starts` : `${name} is there again`
    case 'pause':
      return hasWorkers(node) ? `${name}: worker ${step.worker + 1} stands still` : `${name} may not run`
    case 'resume':
      return hasWorkers(node) ? `${name}: worker ${step.worker + 1} goes on` : `${name} may run again`
    case 'cutOff':
      return `${name}: worker ${step.worker + 1} loses the lease table`
    case 'reconnect':
      return `${name}: worker ${step.worker + 1} finds the lease table again`
    case 'sendOne':
      return `${name} sends one`
    case 'purge':
      return `${name} is purged`
    case 'redrive':
      return node?.kind === 'kinesisQueue' ? `${name}: dead letters are restored` : `${name}: messages are moved back`
    case 'splitShard':
      return `${name}: shard ${step.shard + 1} is split ${step.startingHashKey === '' ? 'into halves' : `at ${step.startingHashKey}`}`
    case 'mergeShards':
      return `${name}: shards ${step.shard + 1} and ${step.adjacent + 1} are merged`
    case 'updateShardCount':
      return `${name}: shard count ${step.target}`
    case 'setRetention':
      return `${name}: kept for ${formatQuantity(step.hours, 'h')}`
  }
}

const hasWorkers = (node: ScenarioNode | undefined): boolean => node?.kind === 'application' || node?.kind === 'pool'
