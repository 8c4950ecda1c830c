import type { BusinessDate } from '@juesuan/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Accounts } from '../account/accounts';
import { BudgetYears } from '../recording/budget-years';
import type { Receipt } from '../recording/carrying-out';
import { fingerprint } from '../recording/fingerprint';
import type { Asked } from '../recording/asked';
import type { Sender } from '../recording/record';
import { dayWithin } from '../reading/today';
import { Watching } from './watching';

/** What a person says of an alert: the unit's answer, or that it is settled. */
export interface SaidOfAlert {
  readonly type: 'AnswerAlert' | 'SettleAlert';
  readonly key: string;
  /** The answer, or the comment on settling it. */
  readonly text: string;
  /** The day whose figures are meant; without one today, or the year's last day once it is over. */
  readonly date: BusinessDate | null;
}

/** Answers or settles an alert of a unit (not of one below it) as the figures of the day raise it. */
export class SpeakOfAlert extends Command<Receipt> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly said: SaidOfAlert,
    readonly by: Sender,
    readonly seen: number | null = null,
  ) {
    super();
  }
}

@CommandHandler(SpeakOfAlert)
export class SpeakOfAlertHandler implements ICommandHandler<SpeakOfAlert> {
  constructor(
    private readonly budgetYears: BudgetYears,
    private readonly accounts: Accounts,
    private readonly watching: Watching,
  ) {}

  async execute({ unit, year, said, by, seen }: SpeakOfAlert): Promise<Receipt> {
    const { type, key, text } = said;
    const date = said.date ?? dayWithin(year);
    const { alerts } = await this.accounts.at({ unit, year, asOf: date }, (view) => this.watching.alerts(view));
    const found = alerts.find((alert) => alert.standing && alert.unit === unit && alert.key === key);
    const raised = found ? { level: found.level, message: found.message } : null;
    const asked: Asked =
      type === 'AnswerAlert'
        ? { type, data: { key, text, date, raised } }
        : { type, data: { key, comment: text, date, raised } };
    // Sent again it is the same, whatever the figures say by then.
    const command = { ...asked, by: { ...by, fingerprint: fingerprint({ unit, year, said }) } };
    return this.budgetYears.handle(unit, year, command, seen);
  }
}
