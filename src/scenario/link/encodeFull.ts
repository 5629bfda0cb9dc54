import type { Scenario } from '../scenario.ts'
import { checkLetters, deflate, toBase64Url } from './bytes.ts'
import { LINK_FORMAT } from './format.ts'
import { toShortForm } from './shortForm.ts'

/** The part `<format>.<engine>.<base64url>` of a link: short form and check letters, deflated. */
export async function encodeFull(scenario: Scenario, engineVersion: number): Promise<string> {
  const json = JSON.stringify(toShortForm(scenario))
  const text = json + checkLetters(new TextEncoder().encode(json))
  return `${LINK_FORMAT}.${engineVersion}.${toBase64Url(await deflate(new TextEncoder().encode(text)))}`
}
