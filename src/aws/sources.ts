import type { Source } from './limit.ts'

// Where the numbers were read. AWS's pages carry no date of their own; CHECKED_ON is ours.

export const CHECKED_ON = '2026-11-23'

export const KINESIS_QUOTAS: Source = {
  source: 'S1',
  sourceTitle: 'Kinesis Data Streams Developer Guide, Quotas and limits',
  sourceAddress: 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
}
export const KINESIS_API: Source = {
  source: 'S5',
  sourceTitle: 'Kinesis API documentation in npm @aws-sdk/client-kinesis 3.1143.0 (2026-09-29)',
  sourceAddress: 'https://www.npmjs.com/package/@aws-sdk/client-kinesis',
}
export const KINESIS_GUIDE_2022: Source = {
  source: 'S6',
  sourceTitle: 'Kinesis Data Streams Developer Guide, archive of 2022-08-31',
  sourceAddress: 'https://github.com/awsdocs/amazon-kinesis-data-streams-developer-guide',
}
export const KCL: Source = {
  source: 'S8',
  sourceTitle: 'Kinesis Client Library 3.5.1, documentation and source (2026-07-21)',
  sourceAddress: 'https://github.com/awslabs/amazon-kinesis-client',
}
export const KPL: Source = {
  source: 'S9',
  sourceTitle: 'Kinesis Producer Library 1.0.7, default_config.properties (2026-03-31)',
  sourceAddress: 'https://github.com/awslabs/amazon-kinesis-producer',
}
export const SQS_API: Source = {
  source: 'Q1',
  sourceTitle: 'SQS API documentation in npm @aws-sdk/client-sqs 3.1169.0 (2026-11-13)',
  sourceAddress: 'https://www.npmjs.com/package/@aws-sdk/client-sqs',
}
export const SQS_QUOTAS: Source = {
  source: 'Q2',
  sourceTitle: 'SQS Developer Guide, Amazon SQS message quotas',
  sourceAddress: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
}
export const SQS_GUIDE_2023: Source = {
  source: 'Q6',
  sourceTitle: 'SQS Developer Guide, archive of 2023-06-15',
  sourceAddress: 'https://github.com/awsdocs/amazon-sqs-developer-guide',
}
export const OURS: Source = { source: 'ours', sourceTitle: 'Our assumption, not a statement of AWS' }
