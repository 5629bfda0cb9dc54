import { QUEUE_WORDS, TOPIC_WORDS } from './queueWords.ts'
import { LAMBDA_WORDS, PICTURE_WORDS } from './readingWords.ts'
import { STREAM_WORDS } from './streamWords.ts'
import type { Word } from './word.ts'

export type { Word } from './word.ts'

/** The words of the facts and of the picture, by chapter. Loaded when a person looks at a text or at the glossary. */
export const WORD_SECTIONS: readonly { name: string; words: readonly Word[] }[] = [
  { name: 'Kinesis', words: STREAM_WORDS },
  { name: 'SQS', words: QUEUE_WORDS },
  { name: 'SNS', words: TOPIC_WORDS },
  { name: 'Lambda', words: LAMBDA_WORDS },
  { name: 'In the picture', words: PICTURE_WORDS },
]

export const GLOSSARY: readonly Word[] = WORD_SECTIONS.flatMap(({ words }) => words)

export const wordOf = (id: string): Word | undefined => GLOSSARY.find((word) => word.id === id)
