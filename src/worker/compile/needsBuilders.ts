import type { Scenario } from '../../scenario/scenario.ts'
import { isRegistered } from './nodePlans.ts'

/** Whether a document has nodes of kinds whose models are loaded only then. */
export const needsBuilders = (document: unknown): boolean => (document as Scenario).nodes.some(isRegistered)
