import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NodeActions } from '../../src/panels/NodeActions.tsx'
import { defaultNode } from '../../src/scenario/defaults.ts'
import type { ScenarioNode } from '../../src/scenario/scenario.ts'

/** What may be done to an application at 0:00. */
const panelOf = (startSeconds: number) =>
  renderToString(
    createElement(NodeActions, {
      node: { ...defaultNode('application', 'reader', 0, 0), startSeconds } as ScenarioNode,
    }),
  ).replaceAll('<!-- -->', '')

test('KIN2.08 an application that comes later is not sent to a place before: the panel says when it comes', () => {
  expect(panelOf(120)).toContain('Not before it comes, at 2:00.')
  expect(panelOf(120)).not.toContain('Newest')
  expect(panelOf(0)).toContain('Newest')
})
