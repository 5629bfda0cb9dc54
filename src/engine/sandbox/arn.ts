/** The one account of a sandbox. */
export const ACCOUNT = '000000000000'

/** The name of a resource everywhere: `arn:aws:sqs:us-east-1:000000000000:orders`. */
export function arnOf(service: 'kinesis' | 'sqs' | 'sns', region: string, name: string): string {
  return `arn:aws:${service}:${region}:${ACCOUNT}:${name}`
}
