import { useEffect, useState } from 'react'
import type { KafkaWord } from '../aws/kafkaWords.ts'
import type { NodeKind } from '../scenario/scenario.ts'
import { useView } from '../state/index.ts'

type Words = Readonly<Partial<Record<string, KafkaWord>>>
/** Loaded with the first wish for them, once for all nodes. */
let loaded: Words | null = null

/** Kafka's word for a kind of node; null while nobody wants to see it, and where there is none. */
export function useKafkaWord(kind: NodeKind): KafkaWord | null {
  const wanted = useView((view) => view.kafkaWords)
  const [words, setWords] = useState(loaded)
  useEffect(() => {
    if (!wanted || words !== null) return
    import('../aws/kafkaWords.ts').then(
      ({ KAFKA_WORDS }) => {
        loaded = KAFKA_WORDS
        setWords(KAFKA_WORDS)
      },
      // Without the words the captions stay as they are.
      () => {},
    )
  }, [wanted, words])
  return wanted ? (words?.[kind] ?? null) : null
}
