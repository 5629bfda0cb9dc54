import { inFreshProcess } from './freshProcess.ts'
import { median, quantile } from './median.ts'
import { textTable } from './table.ts'

/** One hour at 4,000 records a second: how long it took to play, what is kept of it, and each moment's seeks. */
export type SeekMeasurement = { playedMillis: number; bytesPerRecord: number; seekMillis: number[][] }

const SEEK_MILLIS_AT_MOST = 150
const BYTES_PER_RECORD_AT_MOST = 16

/** `npm run bench -- seek`. Gives one sentence for each thing that must hold and does not. */
export async function benchSeek(): Promise<string[]> {
  const { playedMillis, bytesPerRecord, seekMillis } = await inFreshProcess<SeekMeasurement>(
    'measureSeek.ts',
    [],
    ['--expose-gc'],
  )
  // A moment's time is the median of its seeks: what the machine did otherwise during one of them is left out.
  const moments = seekMillis.map(median)
  const slowest = Math.max(...moments)
  process.stdout.write(
    `\n${textTable([
      ['an hour at 4,000 records/s', '', 'at most'],
      ['playing it all', `${(playedMillis / 1000).toFixed(1)} s`, ''],
      ['kept in memory a record', `${bytesPerRecord.toFixed(1)} B`, `${BYTES_PER_RECORD_AT_MOST} B`],
      [`seek to ${moments.length} moments, median`, `${median(moments).toFixed(0)} ms`, ''],
      ['95 of 100', `${quantile(moments, 0.95).toFixed(0)} ms`, ''],
      ['slowest', `${slowest.toFixed(0)} ms`, `${SEEK_MILLIS_AT_MOST} ms`],
    ])}\n`,
  )
  return [
    ...(bytesPerRecord <= BYTES_PER_RECORD_AT_MOST ? [] : ['a record keeps more bytes than it may']),
    ...(slowest <= SEEK_MILLIS_AT_MOST ? [] : ['the slowest seek takes longer than it may']),
  ]
}
