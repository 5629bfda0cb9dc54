import { AGGREGATOR_FIELDS } from './fields/aggregatorFields.ts'
import { ARCHIVE_FIELDS } from './fields/archiveFields.ts'
import { DOWNSTREAM_FIELDS } from './fields/downstreamFields.ts'
import { FIFO_QUEUE_FIELDS } from './fields/fifoQueueFields.ts'
import { KINESIS_QUEUE_FIELDS } from './fields/kinesisQueueFields.ts'
import { LAMBDA_FIELDS } from './fields/lambdaFields.ts'
import { MONOLITH_FIELDS } from './fields/monolithFields.ts'
import { NOTE_FIELDS } from './fields/noteFields.ts'
import { POOL_FIELDS } from './fields/poolFields.ts'
import { QUEUE_FIELDS } from './fields/queueFields.ts'
import { TOPIC_FIELDS } from './fields/topicFields.ts'
import { addKind } from './fields.ts'

// Imported for what it does: from then on `fieldsOf` knows every kind.

addKind('queue', QUEUE_FIELDS)
addKind('pool', POOL_FIELDS)
addKind('monolith', MONOLITH_FIELDS)
addKind('topic', TOPIC_FIELDS)
addKind('lambda', LAMBDA_FIELDS)
addKind('downstream', DOWNSTREAM_FIELDS)
addKind('aggregator', AGGREGATOR_FIELDS)
addKind('fifoQueue', FIFO_QUEUE_FIELDS)
addKind('archive', ARCHIVE_FIELDS)
addKind('kinesisQueue', KINESIS_QUEUE_FIELDS)
addKind('note', NOTE_FIELDS)
