/**
 * `npm run torture [-- --seed S --seconds N --rounds N --kills N --log FILE]`: lets department after department live through
 * faults and compares each with a model; without limits for a minute, and a signal ends it after the round. Prints what was done; ends with status 1 and a line to replay where something is wrong.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { maySmallDisk } from './places';
import { Torture } from './torture';

const number = (text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isFinite(value) && text !== undefined) throw new Error(`${text} is no number`);
  return value;
};

async function main(): Promise<void> {
  const type = 'string' as const;
  const options = { seed: { type }, seconds: { type }, rounds: { type }, kills: { type }, log: { type } };
  const { values } = parseArgs({ options });
  const isLimited = values.rounds !== undefined || values.kills !== undefined;
  const limits = {
    seed: number(values.seed, Date.now() % 1_000_000_000),
    rounds: number(values.rounds, Infinity),
    kills: number(values.kills, Infinity),
    seconds: number(values.seconds, isLimited ? Infinity : 60),
  };
  console.log(`seed ${limits.seed}`);
  const torture = new Torture(limits, maySmallDisk(), () => tell(torture, values.log));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => torture.stop());
  const failure = await torture.run();
  console.log(summaryOf(torture));
  if (failure === null) return;
  for (const { finds, says } of failure.violations) console.error(`${finds}: ${says}`);
  console.error(`again: ${failure.replay}`);
  process.exitCode = 1;
}

/** After each round: what a run that is cut off has done stays told. */
function tell(torture: Torture, log: string | undefined): void {
  if (log !== undefined) writeFileSync(log, `# Torture: the last long run\n\n${summaryOf(torture)}`);
  const { tally } = torture;
  if (process.stderr.isTTY)
    process.stderr.write(`\r${tally.of('rounds')} rounds, ${tally.of('processes killed')} kills `);
}

const summaryOf = ({ limits, tally }: Torture): string =>
  `Seed ${limits.seed}, ${Math.round(performance.now() / 1000)} s.\n\n${tally.toMarkdown()}\n`;

void main();
