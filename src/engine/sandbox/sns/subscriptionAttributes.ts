import { microsOfIsoTime } from '../../kernel/isoTime.ts'
import type { Micros } from '../../kernel/time.ts'
import type { FilterLevel, FilterScope } from '../../sns/filter/filterPolicy.ts'
import { FilterPolicyError, parseFilterPolicy } from '../../sns/filter/parseFilterPolicy.ts'
import { flagOf, invalidParameter } from './refuse.ts'
import type { Attributes } from './snsApi.ts'
import type { SnsLimits } from './snsLimits.ts'
import { objectOf } from './topicAttributes.ts'

/** SNS.09: which of the archive a subscription gets again, by the moments of publishing; without an end, and then what is new. */
export type ReplayWindow = { from: Micros; to: Micros }

/** What can be set on a subscription, read; `texts` as they were written. */
export type SubscriptionAttributes = {
  texts: Attributes
  isRaw: boolean
  filter: FilterLevel | null
  filterScope: FilterScope
  /** ARN of the queue that keeps what cannot be delivered. */
  deadLetterArn: string | null
  replay: ReplayWindow | null
}

export const NO_SUBSCRIPTION_ATTRIBUTES: SubscriptionAttributes = {
  texts: {},
  isRaw: false,
  filter: null,
  filterScope: 'MessageAttributes',
  deadLetterArn: null,
  replay: null,
}

/** The attributes with some set anew: read together, because the scope decides how a policy is read. @throws ApiError */
export function withSubscriptionAttributes(
  before: SubscriptionAttributes,
  changes: Attributes,
  limits: SnsLimits,
): SubscriptionAttributes {
  const texts = { ...before.texts, ...changes }
  for (const name of Object.keys(changes)) {
    if (!KNOWN.includes(name)) throw invalidParameter('SNS.01', `AttributeName ${name}`)
  }
  const filterScope = scopeOf(texts['FilterPolicyScope'] ?? 'MessageAttributes')
  return {
    texts,
    isRaw: flagOf('RawMessageDelivery', texts['RawMessageDelivery'] ?? 'false', 'SNS.08'),
    filter: filterOf(texts['FilterPolicy'] ?? '', filterScope, limits),
    filterScope,
    deadLetterArn: deadLetterOf(texts['RedrivePolicy'] ?? ''),
    replay: replayOf(texts['ReplayPolicy'] ?? ''),
  }
}

const KNOWN = [
  'DeliveryPolicy',
  'FilterPolicy',
  'FilterPolicyScope',
  'RawMessageDelivery',
  'RedrivePolicy',
  'ReplayPolicy',
]

function scopeOf(text: string): FilterScope {
  if (text === 'MessageAttributes' || text === 'MessageBody') return text
  throw invalidParameter('SNS.08', 'FilterPolicyScope is MessageAttributes or MessageBody.')
}

/** An empty policy lets everything through, and counts as none. */
function filterOf(text: string, scope: FilterScope, limits: SnsLimits): FilterLevel | null {
  if (text === '' || Object.keys(objectOf(text) ?? { unread: true }).length === 0) return null
  try {
    return parseFilterPolicy(text, scope, limits.filter)
  } catch (error) {
    if (error instanceof FilterPolicyError) throw invalidParameter('SNS.08', `FilterPolicy: ${error.message}`)
    throw error
  }
}

function deadLetterOf(text: string): string | null {
  const policy = objectOf(text)
  if (policy !== null && Object.keys(policy).length === 0) return null
  const arn = policy?.['deadLetterTargetArn']
  if (typeof arn !== 'string') throw invalidParameter('SNS.07', 'RedrivePolicy needs a deadLetterTargetArn.')
  return arn
}

/** `{"PointType":"Timestamp","StartingPoint":"...","EndingPoint":"..."}`; an empty policy asks for nothing. */
function replayOf(text: string): ReplayWindow | null {
  const policy = objectOf(text)
  if (policy !== null && Object.keys(policy).length === 0) return null
  const from = microsOfIsoTime(String(policy?.['StartingPoint'] ?? ''))
  const to = policy?.['EndingPoint'] === undefined ? Infinity : microsOfIsoTime(String(policy['EndingPoint']))
  if (policy?.['PointType'] !== 'Timestamp' || Number.isNaN(from) || Number.isNaN(to) || to < from)
    throw invalidParameter(
      'SNS.09',
      'ReplayPolicy needs PointType Timestamp and a StartingPoint not after its EndingPoint.',
    )
  return { from, to }
}
