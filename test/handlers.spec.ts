import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { withApplication } from './support/application';

const SOURCES = join(__dirname, '..', 'libs', 'application', 'src');

const sources = (): string[] =>
  readdirSync(SOURCES, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(SOURCES, name), 'utf8'));

const declared = (pattern: RegExp): string[] =>
  sources()
    .flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))
    .sort();

// With two handlers for one command @nestjs/cqrs takes the last with a warning; with none it fails when first asked.
it('has exactly one handler for every command and query', async () => {
  const commands = declared(/class (\w+)(?:<.*>)? extends Command</g);
  const queries = declared(/class (\w+)(?:<.*>)? extends Query</g);
  expect(declared(/@CommandHandler\((\w+)\)/g)).toEqual(commands);
  expect(declared(/@QueryHandler\((\w+)\)/g)).toEqual(queries);
  await withApplication(({ app }) => {
    const registered = (bus: CommandBus | QueryBus): number =>
      (bus as unknown as { handlers: Map<string, unknown> }).handlers.size;
    expect([registered(app.get(CommandBus)), registered(app.get(QueryBus))]).toEqual([commands.length, queries.length]);
    return Promise.resolve();
  });
});
