import { EXAMPLES } from '../../src/aws/facts/examples.ts'
import { KCL_ROWS } from '../../src/aws/facts/kcl.ts'
import { KINESIS_ROWS } from '../../src/aws/facts/kinesis.ts'
import { LKI_ROWS, LSQ_ROWS, SNS_ROWS } from '../../src/aws/facts/snsAndLambda.ts'
import { FIFO_ROWS, SQS_ROWS } from '../../src/aws/facts/sqs.ts'

/** Every statement about AWS and every worked example that the engine answers for, by service. */
export const FACT_GROUPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Kinesis Data Streams': KINESIS_ROWS,
  'Kinesis Client Library': KCL_ROWS,
  'SQS standard queues': SQS_ROWS,
  'SQS FIFO queues': FIFO_ROWS,
  SNS: SNS_ROWS,
  'Lambda and Kinesis': LKI_ROWS,
  'Lambda and SQS': LSQ_ROWS,
  'Worked examples': EXAMPLES,
}

/** Rows that state no behaviour of the model: why there is nothing to test. */
export const WITHOUT_TEST: Readonly<Record<string, string>> = {
  'KIN6.05':
    'A channel is a delivery by AWS to S3 without a consumer whose pace, batches and failures our sources do not tell.',
}
