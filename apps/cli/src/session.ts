import { userInfo } from 'node:os';
import {
  ApplicationModule,
  dataFileOf,
  knownInstant,
  ListUnits,
  refuseMissing,
  refuseStrangeData,
  settingsFrom,
} from '@juesuan/application';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Command as Message, CommandBus, type Query, QueryBus } from '@nestjs/cqrs';
import { type Command, Option } from 'commander';
import { type Instant, parseDate, RuleViolation } from '@juesuan/kernel';
import { argument } from './usage';

/** The system behind a command line: the same buses the service uses. */
export interface Session {
  readonly actor: string;
  execute<Result>(command: Message<Result>): Promise<Result>;
  ask<Result>(query: Query<Result>): Promise<Result>;
}

export interface StoreOptions {
  readonly db?: string;
  readonly actor?: string;
}

/** How a command says that something it was asked about does not hold. */
export type SetStatus = (status: number) => void;

/** Options every command has. */
export const withStore = (command: Command): Command =>
  command
    .option('--db <file>', '数据文件，缺省为环境变量 JUESUAN_DB，再缺省为 data/juesuan.db')
    .option('--actor <name>', '经办人姓名，缺省为当前登录用户');

/** Options that name an account. */
export const withAccount = (command: Command): Command =>
  withStore(command)
    .requiredOption('--unit <code>', '单位或部门编码')
    .requiredOption('--year <year>', '财政年度', wholeYear);

/** Options that say from when something is looked at. */
export const withMoment = (command: Command): Command =>
  withKnownAt(command.option('--as-of <date>', '截至日期，如 2023-06-30：只计该日及以前的事项', day));

export const withKnownAt = (command: Command): Command =>
  command.option(
    '--known-at <instant>',
    '只看到这一时刻为止已经记录的：如 2023-07-05T18:00:00+08:00，或一天（到当天结束）',
    instant,
  );

export const wholeYear = argument((text) => {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new RuleViolation('not-a-year', '年度应为四位数字，如 2023。');
});

export const day = argument(parseDate);

/** Which of a year's two documents a command is about. */
export const withDocument = (command: Command): Command =>
  command.addOption(
    new Option('--document <which>', '预算公开（budget）或决算公开（final）；缺省：有支付或已关账即为决算').choices([
      'budget',
      'final',
    ]),
  );

export const instant = argument((text) => knownInstant(text));

/** Who is said to do it. */
export const actorOf = ({ actor }: StoreOptions): string => actor ?? (process.env['USER'] || userInfo().username);

/** Opens the stores, does the work, and closes them whatever happens. What only looks at a data file begins none. */
export async function inSession<T>(
  options: StoreOptions & { readonly knownAt?: Instant },
  work: (session: Session) => Promise<T>,
  purpose: 'begins' | 'looks' = 'looks',
): Promise<T> {
  const settings = settingsFrom(process.env, options.db);
  // Before Nest is there: it would print its own log of what is refused while it starts.
  refuseStrangeData(settings);
  if (purpose === 'looks') refuseMissing(settings);
  else if (settings.eventStoreUrl === null) dataFileOf(settings);
  const module = ApplicationModule.with(settings);
  const app: INestApplicationContext = await NestFactory.createApplicationContext(module, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  await app.init();
  const commands = app.get(CommandBus);
  const queries = app.get(QueryBus);
  try {
    return await work({
      actor: actorOf(options),
      execute: (command) => commands.execute(command),
      ask: (query) => queries.execute(query),
    });
  } catch (error) {
    throw await namingUnits(error, queries, options);
  } finally {
    await app.close();
  }
}

/** Whoever works at the command line may see every unit: where the one she asked for is not known, those that are help her. */
async function namingUnits(
  error: unknown,
  queries: QueryBus,
  { knownAt }: { readonly knownAt?: Instant },
): Promise<unknown> {
  if (!(error instanceof RuleViolation) || error.code !== 'unit-unknown') return error;
  const { code, message, facts } = error;
  // At an earlier moment fewer were known; today's list would contradict the sentence.
  if (knownAt !== undefined) return error;
  const units = await queries.execute(new ListUnits(Number(facts['year'])));
  if (units.length === 0) return error;
  const known = units.map((unit) => `${unit.code} ${unit.name}`).join('、');
  return new RuleViolation(code, `${message}\n${String(facts['year'])} 年度有：${known}。`, facts);
}
