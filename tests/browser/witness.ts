import { goldenRuns } from '../determinism/goldenRuns.ts'
import { computeMathHashes } from '../engine/kernel/vectors.ts'

// Played in a browser that is not driven: it sends what it found to the server that it came from.

const found = { runs: goldenRuns(), hashes: computeMathHashes(), agent: navigator.userAgent }
void fetch('/', { method: 'POST', body: JSON.stringify(found) })
