import { KAFKA_WORDS, type KafkaWord } from '../../aws/kafkaWords.ts'
import type { Word } from '../../scenario/glossary/words.ts'
import { Button } from '../../ui/Button.tsx'
import { openBuiltIn } from '../openBuiltIn.ts'
import { WordPicture } from './WordPicture.tsx'
import './glossary.css'

export const kafkaOf = ({ word, kafka = word }: Word): KafkaWord | undefined =>
  Object.values<KafkaWord>(KAFKA_WORDS).find(({ ours }) => ours === kafka)

/** One word: its picture, its meaning, Kafka's word where there is one, and the scene in which to try it. */
export function WordEntry({ word, sceneTitle }: { word: Word; sceneTitle: string | undefined }) {
  const kafka = kafkaOf(word)
  return (
    <>
      <WordPicture id={word.id} />
      <div className="word-words">
        <h4>{word.word}</h4>
        <p className="say">{word.meaning.replaceAll('`', '')}</p>
        {kafka !== undefined && (
          <p className="word-kafka">
            In Kafka: {kafka.kafka}. {kafka.breaks}
          </p>
        )}
        <Button className="word-try" onClick={() => void openBuiltIn(word.scene)}>
          Try it{sceneTitle === undefined ? '' : `: ${sceneTitle}`}
        </Button>
      </div>
    </>
  )
}
