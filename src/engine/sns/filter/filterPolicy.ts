// SNS.08: what a FilterPolicy is once it has been read. A message passes when every property matches; a property matches when
// one of its conditions holds for one of the message's values of that name.

/** A value that a message has under a name, and that a policy may ask for. */
export type FilterValue = string | number | boolean | null

export type FilterCondition =
  | { kind: 'equals'; value: FilterValue }
  | { kind: 'anythingBut'; values: readonly FilterValue[] }
  | { kind: 'anythingButPrefix' | 'anythingButSuffix' | 'prefix' | 'suffix' | 'equalsIgnoreCase'; text: string }
  /** Bounds: `least` <= value <= `most`, without the bound itself where it is open. */
  | { kind: 'numeric'; least: number; isLeastOpen: boolean; most: number; isMostOpen: boolean }
  | { kind: 'exists'; isWanted: boolean }

export type FilterProperty = { name: string; conditions: readonly FilterCondition[] }

/** One level of a policy: all properties and nested levels must match, and of each `$or` at least one choice. */
export type FilterLevel = {
  properties: readonly FilterProperty[]
  nested: readonly { name: string; level: FilterLevel }[]
  choices: readonly (readonly FilterLevel[])[]
}

export type FilterScope = 'MessageAttributes' | 'MessageBody'
