import { DEFAULT_REGION, type Profile, type Region } from '../aws/index.ts'
import type { Scenario } from './scenario.ts'

// Which AWS a scenario means: that of today or the article's, and in which Region.

export type Where = { profile: Profile; region: Region }

export const PROFILES: readonly Profile[] = ['today', 'article']

/** A scenario names them only where they differ from today and us-east-1. */
export function whereOf({ profile = 'today', region = DEFAULT_REGION }: Pick<Scenario, 'profile' | 'region'>): Where {
  return { profile, region }
}

/** The scenario's part that says so: without what every scenario has that names nothing. */
export function wherePart({ profile, region }: Partial<Where>): Pick<Scenario, 'profile' | 'region'> {
  return {
    ...(profile !== undefined && profile !== 'today' && { profile }),
    ...(region !== undefined && region !== DEFAULT_REGION && { region }),
  }
}
