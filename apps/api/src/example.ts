import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_STORE, ImportYear, ListUnits, PROJECT_ROOT, READ_STORE } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import type { ReadStore } from '@juesuan/read-store';
import type { INestApplication } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';

interface Example {
  /** Import files, from the project's root. */
  readonly folder: string;
  readonly year: number;
  /** The department. */
  readonly unit: string;
  readonly profile: string;
}

/**
 * Loads the example department into an empty store, and answers its department; an import that was interrupted is finished. One
 * that is there is left as people have changed it. Null where somebody's own data is: an example in the middle of it could never be
 * taken out again.
 */
export async function loadExample(app: INestApplication): Promise<Example | null> {
  const example = JSON.parse(readFileSync(join(PROJECT_ROOT, 'apps', 'api', 'example.json'), 'utf8')) as Example;
  const isEmpty = (await app.get<EventStore>(EVENT_STORE).count()) === 0;
  const units = await app.get(QueryBus).execute(new ListUnits(example.year));
  if (!isEmpty && !units.some(({ code }) => code === example.unit)) return null;
  const interrupted = await app.get<ReadStore>(READ_STORE).incompleteImports([example.unit], example.year);
  if (!isEmpty && interrupted.length === 0) return example;
  await app.get(CommandBus).execute(new ImportYear(join(PROJECT_ROOT, example.folder), example.year, '示例导入'));
  return example;
}
