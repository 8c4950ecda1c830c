import type { BudgetYearCommand, By } from '@juesuan/execution';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BudgetYears } from './budget-years';
import type { Receipt } from './carrying-out';
import { fingerprint } from './fingerprint';

/** A command without its sender. */
export type Asked = BudgetYearCommand extends infer Each
  ? Each extends { type: infer Type; data: infer Data }
    ? { readonly type: Type; readonly data: Data }
    : never
  : never;

/** Who sends a command, and under which id. */
export type Sender = Pick<By, 'commandId' | 'actor' | 'administrator'>;

/** What is asked with its sender and the digest by which it is known again. */
export const sentBy = (by: Sender, asked: Asked): BudgetYearCommand => ({
  ...asked,
  by: { ...by, fingerprint: fingerprint(asked) },
});

/** Any command on a unit's budget year, by whom and under which id. */
export class Record extends Command<Receipt> {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly asked: Asked,
    readonly by: Sender,
    /** The revision of the year that the sender saw; null: she does not say (see BudgetYears). */
    readonly seen: number | null = null,
  ) {
    super();
  }
}

@CommandHandler(Record)
export class RecordHandler implements ICommandHandler<Record> {
  constructor(private readonly budgetYears: BudgetYears) {}

  execute({ unit, year, asked, by, seen }: Record): Promise<Receipt> {
    return this.budgetYears.handle(unit, year, sentBy(by, asked), seen);
  }
}
