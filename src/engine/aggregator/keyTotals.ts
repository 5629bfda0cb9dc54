import { abs } from '../kernel/detMath.ts'
import type { State } from '../kernel/state.ts'

/** Counts for each partition key, beside what they ought to be. */
export class KeyTotals {
  /** What the aggregator would answer. */
  private readonly answers: Float64Array
  /** Records that it has come past, each once, whether it counted them or not. */
  private readonly truths: Float64Array
  /** The answers when they were saved last. */
  private readonly saved: Float64Array
  private readonly c: Float64Array

  constructor(state: State, keys: number) {
    this.answers = state.column(keys)
    this.truths = state.column(keys)
    this.saved = state.column(keys)
    this.c = state.column(TOTALS)
  }

  get answer(): number {
    return this.c[ANSWER]!
  }

  get truth(): number {
    return this.c[TRUTH]!
  }

  /** Keys whose answer is wrong. */
  get wrongKeys(): number {
    return this.c[WRONG]!
  }

  /** How far all answers together are off. */
  get difference(): number {
    return this.c[DIFFERENCE]!
  }

  /** A record is counted. */
  count(key: number): void {
    this.change(key, this.answers[key]! + 1, this.truths[key]!)
  }

  /** A record ought to have been counted by now. */
  expect(key: number): void {
    this.change(key, this.answers[key]!, this.truths[key]! + 1)
  }

  save(): void {
    this.saved.set(this.answers)
  }

  /** Back to what was saved last. */
  restore(): void {
    for (let key = 0; key < this.answers.length; key++) this.change(key, this.saved[key]!, this.truths[key]!)
  }

  /** All counts are gone. */
  forget(): void {
    this.saved.fill(0)
    this.restore()
  }

  private change(key: number, answer: number, truth: number): void {
    const { c, answers, truths } = this
    const before = abs(answers[key]! - truths[key]!)
    const after = abs(answer - truth)
    c[ANSWER]! += answer - answers[key]!
    c[TRUTH]! += truth - truths[key]!
    c[DIFFERENCE]! += after - before
    c[WRONG]! += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
    answers[key] = answer
    truths[key] = truth
  }
}

const ANSWER = 0
const TRUTH = ANSWER + 1
const WRONG = TRUTH + 1
const DIFFERENCE = WRONG + 1
const TOTALS = DIFFERENCE + 1
