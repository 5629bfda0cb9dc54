import './otherKinds.ts'
import { newNode } from './newNode.ts'

/** `newNode` for whoever makes nodes of every kind. A constant of its own, so that what is imported above is not left out. */
export const defaultNode = newNode
