import { formatQuantity, valueAt } from '../scenario/index.ts'
import type { StreamNode } from '../scenario/scenario.ts'
import { type GaugeReader, useGauges, useScenario } from '../state/index.ts'
import { Bars } from '../ui/Bars.tsx'
import { rateText } from '../ui/rateText.ts'
import { GaugeName } from './GaugeName.tsx'
import { openShards } from './openShards.ts'

/** More rows than these cannot be compared by eye. */
const SHOWN_SHARDS = 6

type ShardNow = {
  shard: number
  stored: number
  refused: number
  storedBytes: number
  readBytes: number
  calls: number
}

function shardNow(reader: GaugeReader, id: string, shard: number): ShardNow {
  const rate = (name: string) => reader.rate(id, name, shard)
  return {
    shard,
    // In Kinesis records, which the limit counts: the producer library packs many of a producer's into one.
    stored: rate('kinesisRecordsTotal'),
    refused: Math.max(0, rate('kinesisAttemptsTotal') - rate('kinesisRecordsTotal')),
    storedBytes: rate('storedBytesTotal'),
    readBytes: rate('readBytesTotal'),
    calls: rate('readCallsTotal'),
  }
}

/** The shards that refuse most, then those that store most; shown in their own order. */
function busiest(reader: GaugeReader, node: StreamNode): ShardNow[] {
  const all = openShards(reader, node).map((shard) => shardNow(reader, node.id, shard))
  if (all.length <= SHOWN_SHARDS) return all
  const worst = [...all]
    .sort((a, b) => b.refused - a.refused || b.stored - a.stored || a.shard - b.shard)
    .slice(0, SHOWN_SHARDS)
  return worst.sort((a, b) => a.shard - b.shard)
}

export function StreamGauges({ node }: { node: StreamNode }) {
  const scenario = useScenario((state) => state.scenario)
  // One string a reading: equal numbers render nothing.
  const now = JSON.parse(
    useGauges((reader) =>
      JSON.stringify({ shards: busiest(reader, node), rows: openShards(reader, node).length, at: reader.nowMicros }),
    ),
  ) as { shards: ShardNow[]; rows: number; at: number }
  const limit = (field: string) => Number(valueAt(scenario, node.id, field, now.at))
  const name = (row: ShardNow) => `Shard ${row.shard + 1}`
  const writeLimit = limit('writeRecordsPerSecond')
  const byteLimit = limit('writeBytesPerSecond')
  const readLimit = limit('readBytesPerSecond')
  const callLimit = limit('readCallsPerSecond')
  const mib = (value: number) => formatQuantity(value, 'B/s')
  return (
    <>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="kinesisRecordsTotal" rows="each">
            Written
          </GaugeName>{' '}
          <span>records/s per shard</span>
        </h3>
        <Bars
          label="Records written a second"
          rows={now.shards.map((row) => ({
            label: name(row),
            amount: row.stored,
            over: row.refused,
            text: row.refused > 0 ? `+${rateText(row.refused)}` : rateText(row.stored),
          }))}
          limit={writeLimit}
          limitText={`limit ${rateText(writeLimit)}`}
        />
        {now.rows > now.shards.length && (
          <p className="quiet">{now.rows - now.shards.length} calmer shards are not listed.</p>
        )}
      </section>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="storedBytesTotal" rows="each">
            Written
          </GaugeName>{' '}
          <span>bytes/s per shard</span>
        </h3>
        <Bars
          label="Bytes written a second"
          rows={now.shards.map((row) => ({ label: name(row), amount: row.storedBytes, text: mib(row.storedBytes) }))}
          limit={byteLimit}
          limitText={`limit ${mib(byteLimit)}`}
        />
      </section>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="readBytesTotal" rows="each">
            Read by polling
          </GaugeName>{' '}
          <span>bytes/s per shard</span>
        </h3>
        <Bars
          label="Bytes read a second"
          rows={now.shards.map((row) => ({ label: name(row), amount: row.readBytes, text: mib(row.readBytes) }))}
          limit={readLimit}
          limitText={`limit ${mib(readLimit)}`}
        />
      </section>
      <section>
        <h3>
          <GaugeName of={node.id} gauge="readCallsTotal" rows="each">
            Read calls
          </GaugeName>{' '}
          <span>calls/s per shard</span>
        </h3>
        <Bars
          label="Read calls a second"
          rows={now.shards.map((row) => ({ label: name(row), amount: row.calls, text: rateText(row.calls) }))}
          {...(callLimit > 0 ? { limit: callLimit, limitText: `limit ${rateText(callLimit)}` } : {})}
        />
      </section>
    </>
  )
}
