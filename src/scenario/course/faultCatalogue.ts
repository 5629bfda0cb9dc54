import type { Fault } from './fault.ts'

/** What the gallery shows of a broken system: the complaint, and nothing of the cause. */
export type FaultEntry = { id: string; title: string; complaint: string; load: () => Promise<Fault> }

/** All of them; easier ones first. */
export const FAULTS: readonly FaultEntry[] = [
  {
    id: 'fault-half-the-orders',
    title: 'Half of the orders',
    complaint:
      '“Since Statistics went live, Billing misses about half of the orders. Statistics misses the other half.”',
    load: () => import('./faults/sharedQueueFault.ts').then((file) => file.sharedQueueFault),
  },
  {
    id: 'fault-third-missing',
    title: 'A third of the clicks is missing',
    complaint: '“We pay for four shards and send 1,500 clicks a second. A third of them never arrives.”',
    load: () => import('./faults/hotKeyFault.ts').then((file) => file.hotKeyFault),
  },
  {
    id: 'fault-order-gone',
    title: 'An order that nobody has',
    complaint: '“Since the machine was restarted at 0:20 an order is missing. The queue is fine, no error anywhere.”',
    load: () => import('./faults/deletedFirstFault.ts').then((file) => file.deletedFirstFault),
  },
  {
    id: 'fault-charged-twice',
    title: 'Charged twice',
    complaint:
      '“Some of our customers are charged twice. It is always the same few in ten, and nothing in our logs has failed.”',
    load: () => import('./faults/timeoutFault.ts').then((file) => file.timeoutFault),
  },
  {
    id: 'fault-idle-packers',
    title: 'Twelve packers, one at work',
    complaint: '“The line of orders grows all day, and most of our packers stand about.”',
    load: () => import('./faults/oneGroupFault.ts').then((file) => file.oneGroupFault),
  },
  {
    id: 'fault-half-the-customers',
    title: 'Silence from some customers',
    complaint: '“For a minute now nothing has come out for some of our customers. For the others all is well.”',
    load: () => import('./faults/stoppedShardFault.ts').then((file) => file.stoppedShardFault),
  },
  {
    id: 'fault-lost-weekend',
    title: 'The lost weekend',
    complaint:
      '“Our reader was down from 0:20 to 1:20. It came back, it is up to date, and readings from the time between are missing.”',
    load: () => import('./faults/retentionFault.ts').then((file) => file.retentionFault),
  },
  {
    id: 'fault-late-alarm',
    title: 'The alarm comes late',
    complaint:
      '“The alarm used to come at once. Since two more teams read the stream it is late, and later every minute.”',
    load: () => import('./faults/pollersFault.ts').then((file) => file.pollersFault),
  },
  {
    id: 'fault-missing-pictures',
    title: 'Pictures are missing',
    complaint:
      '“The camera says that it sent everything, every call came back with 200. Pictures are missing all the same.”',
    load: () => import('./faults/droppedFault.ts').then((file) => file.droppedFault),
  },
  {
    id: 'fault-gap-after-restart',
    title: 'A gap after the restart',
    complaint: '“Billing was restarted at 0:27. A handful of orders from just before has never been billed.”',
    load: () => import('./faults/checkpointFault.ts').then((file) => file.checkpointFault),
  },
]
