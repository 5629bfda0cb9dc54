import { KAFKA_WORDS, type KafkaWord } from '../aws/kafkaWords.ts'
import { useView, viewStore } from '../state/index.ts'

const SURE: Readonly<Record<KafkaWord['confidence'], string>> = {
  V: '',
  V22: '',
  V23: '',
  D: 'derived',
  T: 'from third parties',
  X: 'our assumption',
  M: 'not verified',
}

/** Our words in Kafka's, each with where the likeness ends. */
export function KafkaTable() {
  const shown = useView((view) => view.kafkaWords)
  return (
    <section className="help-kafka">
      <h3 id="kafka-title">In Kafka's words</h3>
      <label className="help-switch">
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => viewStore.setState({ kafkaWords: event.target.checked })}
        />
        Show them on the canvas
      </label>
      <table aria-labelledby="kafka-title">
        <thead>
          <tr>
            <th scope="col">Here</th>
            <th scope="col">Kafka</th>
            <th scope="col">Where the analogy breaks</th>
          </tr>
        </thead>
        <tbody>
          {Object.values<KafkaWord>(KAFKA_WORDS).map(({ ours, kafka, breaks, confidence }) => (
            <tr key={ours}>
              <th scope="row">{ours}</th>
              <td>{kafka}</td>
              <td>
                {breaks}
                {SURE[confidence] !== '' && <small> ({SURE[confidence]})</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
