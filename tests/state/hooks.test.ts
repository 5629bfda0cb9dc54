import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { createHooks } from '../../src/state/hooks.ts'
import { openPage } from './page.ts'

describe('hooks', () => {
  it('read the present values', async () => {
    const { app, pauseAt } = await openPage()
    await pauseAt(3_000_000)
    const { useGauges, useScenario, useView } = createHooks(app)
    function Probe() {
      const { id, nodes } = useScenario(({ scenario }) => ({ id: scenario.id, nodes: scenario.nodes.length }))
      const [now, fingerprint] = useGauges((gauges) => [gauges.nowMicros, gauges.fingerprint])
      return `${id} ${nodes > 0} ${now} ${fingerprint} ${useView((view) => view.panel)}`
    }
    expect(renderToString(createElement(Probe))).toBe('one-shard true 3000000 0000abcd002dc6c0 canvas')
  })
})
