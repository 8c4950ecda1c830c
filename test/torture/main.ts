/**
 * `npm run torture [-- --seed S --seconds N --rounds N --kills N --log FILE]`: lets department after department live through
 * faults and compares each with a model. Prints what was done; ends with status 1 and a line to replay where something is wrong.
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
  const torture = new Torture(limits, maySmallDisk(), (tally) => {
    if (process.stderr.isTTY)
      process.stderr.write(`\r${tally.of('rounds')} rounds, ${tally.of('processes killed')} kills `);
  });
  const failure = await torture.run();
  const summary = `Seed ${limits.seed}, ${Math.round(performance.now() / 1000)} s.\n\n${torture.tally.toMarkdown()}\n`;
  console.log(summary);
  if (failure) {
    for (const { finds, says } of failure.violations) console.error(`${finds}: ${says}`);
    console.error(`again: ${failure.replay}`);
    process.exitCode = 1;
  } else if (values.log !== undefined) writeFileSync(values.log, `# Torture: the last long run\n\n${summary}`);
}

void main();
