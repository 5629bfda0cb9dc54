import type { Micros } from '../../kernel/time.ts'
import type { KinesisAccount } from './kinesisAccount.ts'
import type { AccountSettingsInput, AccountSettingsOutput, CommitmentStatus } from './kinesisApi.ts'
import { oneOf } from './refuse.ts'
import { secondsOf } from './timestamp.ts'

/** On-demand Advantage: a setting of the account that can be switched off a day after it was switched on (KIN5.08). */
export class Commitment {
  private readonly account: KinesisAccount
  private startedAt: Micros | null = null
  /** When it ends or ended; Infinity while nobody has asked for that. */
  private endsAt: Micros = Infinity

  constructor(account: KinesisAccount) {
    this.account = account
  }

  isOn(now: Micros): boolean {
    return this.startedAt !== null && now < this.endsAt
  }

  update(input: AccountSettingsInput): AccountSettingsOutput {
    const { onDemand } = this.account.limits
    if (onDemand === null) throw this.account.absent('On-demand Advantage', 'KIN5.08')
    const wanted = oneOf(
      input.MinimumThroughputBillingCommitment?.Status,
      'Status',
      ['ENABLED', 'DISABLED'] as const,
      'KIN5.08',
    )
    const { now } = this.account
    if (wanted === 'ENABLED') {
      if (!this.isOn(now)) this.startedAt = now
      this.endsAt = Infinity
    } else if (this.isOn(now) && this.startedAt !== null) {
      const earliest = this.startedAt + onDemand.commitmentMicros
      this.endsAt = now > earliest ? now : earliest
    }
    return this.describe()
  }

  describe(): AccountSettingsOutput {
    const { now } = this.account
    const isOn = this.isOn(now)
    const willEnd = isOn && this.endsAt < Infinity
    const Status: CommitmentStatus = willEnd ? 'ENABLED_UNTIL_EARLIEST_ALLOWED_END' : isOn ? 'ENABLED' : 'DISABLED'
    if (this.startedAt === null) return { MinimumThroughputBillingCommitment: { Status } }
    const earliest = this.startedAt + (this.account.limits.onDemand?.commitmentMicros ?? 0)
    return {
      MinimumThroughputBillingCommitment: {
        Status,
        StartedAt: secondsOf(this.startedAt),
        ...(isOn ? { EarliestAllowedEndAt: secondsOf(earliest) } : { EndedAt: secondsOf(this.endsAt) }),
      },
    }
  }
}
