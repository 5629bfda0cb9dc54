import { test } from 'vitest'
import { expectQueues } from './queueDrawing.ts'

test('SQS.09 a message is gone so long after it was sent, received in between or not', () => {
  expectQueues(`
    0          queue Q MessageRetentionPeriod=60 VisibilityTimeout=10   made
    0          send Q a                sent
    5          send Q b                sent
    20         receive Q               a
    59.999999  look Q                  2 visible, 0 in flight, 0 delayed
    60         look Q                  1 visible, 0 in flight, 0 delayed
    65         look Q                  0 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.09 60 s to 14 days, 4 days by default; one in flight at its end does not come back', () => {
  expectQueues(`
    0              queue Q                              made
    0              set Q MessageRetentionPeriod=59      InvalidAttributeValue
    0              set Q MessageRetentionPeriod=1209601  InvalidAttributeValue
    0              send Q a,b                           sent
    345580         receive Q                            a
    345599.999999  look Q                               1 visible, 1 in flight, 0 delayed
    345600         look Q                               0 visible, 1 in flight, 0 delayed
    345610         look Q                               0 visible, 0 in flight, 0 delayed
    345611         set Q MessageRetentionPeriod=1209600  done
    345611         send Q c                             sent
    1555210        look Q                               1 visible, 0 in flight, 0 delayed
    1555211        look Q                               0 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.09 a shorter retention ends at once what is older', () => {
  expectQueues(`
    0    queue Q                           made
    0    send Q a                          sent
    90   send Q b                          sent
    90   receive Q                         a
    100  hide Q a 0                        done
    100  set Q MessageRetentionPeriod=60   done
    100  look Q                            1 visible, 0 in flight, 0 delayed
    100  receive Q                         b
  `)
})

test('SQS.09 whose time is over in flight expires after all when the retention was made longer meanwhile', () => {
  expectQueues(`
    0     queue Q MessageRetentionPeriod=60 VisibilityTimeout=100   made
    0     send Q a                            sent
    50    receive Q                           a
    70    set Q MessageRetentionPeriod=200    done
    150   look Q                              1 visible, 0 in flight, 0 delayed
    200   look Q                              0 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.10 a delayed message cannot be had before; the delay of the queue is not retroactive', () => {
  expectQueues(`
    0         queue Q DelaySeconds=5    made
    0         send Q a                  sent
    1         set Q DelaySeconds=0      done
    1         look Q                    0 visible, 0 in flight, 1 delayed
    1         send Q b                  sent
    1         look Q                    1 visible, 0 in flight, 1 delayed
    4.999999  look Q                    1 visible, 0 in flight, 1 delayed
    5         look Q                    2 visible, 0 in flight, 0 delayed
    5         receive Q 10              b a
    5         set Q DelaySeconds=901    InvalidAttributeValue
  `)
})

test('SQS.10 the delay of a message overrides that of its queue, 0 included', () => {
  expectQueues(`
    0     queue Q DelaySeconds=10     made
    0     send Q a DelaySeconds=0     sent
    0     send Q b DelaySeconds=900   sent
    0     send Q c                    sent
    0     send Q d DelaySeconds=901   InvalidParameterValue
    0     look Q                      1 visible, 0 in flight, 2 delayed
    10    look Q                      2 visible, 0 in flight, 1 delayed
    900   look Q                      3 visible, 0 in flight, 0 delayed
  `)
})

test('SQS.10 a long poll gets a delayed message when its delay ends', () => {
  expectQueues(`
    0   queue Q DelaySeconds=7   made
    0   send Q a                 sent
    1   wait Q 20                a at 7 s
  `)
})

test('SQS.18 a purge takes everything at once, what is in flight or delayed too; again only after 60 s', () => {
  expectQueues(`
    0          queue Q                    made
    0          send Q a,b                 sent
    0          send Q c DelaySeconds=90   sent
    0          receive Q                  a
    1          purge Q                    done
    1          look Q                     0 visible, 0 in flight, 0 delayed
    2          send Q d                   sent
    60.999999  purge Q                    PurgeQueueInProgress
    60.999999  look Q                     1 visible, 0 in flight, 0 delayed
    61         purge Q                    done
    61         delete Q a                 done
    200        look Q                     0 visible, 0 in flight, 0 delayed
  `)
})
