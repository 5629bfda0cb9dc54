// What an aggregator counts, as places in one column.

/** Records counted, each time. */
export const COUNTED = 0
/** Records counted not for the first time. */
export const DUPLICATES = COUNTED + 1
/** Records that it came past, or took, and that its answer will never have: expired, deleted before they were counted, forgotten. */
export const LOST = DUPLICATES + 1
export const DEATHS = LOST + 1
export const IS_DOWN = DEATHS + 1
export const HASH = IS_DOWN + 1
export const AGGREGATOR_FIELDS = HASH + 1
