import { assertCodeEntry, assertParents, type BookName, CodeBook, type CodeEntry } from '@juesuan/classification';
import { type CellError, ImportRefused, readSources, requireColumns } from '@juesuan/documents';
import { eventId, type EventStore } from '@juesuan/event-store';
import { RuleViolation } from '@juesuan/kernel';
import { codeBookStream } from '@juesuan/read-store';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CODE_COLUMNS, CodeBooks, codeEntry } from './code-books';
import { fingerprint } from '../recording/fingerprint';
import { EVENT_STORE } from '../stores';

/** Adds a file of codes (编码,名称,生效日期,失效日期) to a book: all of it or nothing. Answers how many entries it holds. */
export class DefineCodes extends Command<number> {
  constructor(
    readonly book: BookName,
    readonly path: string,
    readonly actor: string,
  ) {
    super();
  }
}

@CommandHandler(DefineCodes)
export class DefineCodesHandler implements ICommandHandler<DefineCodes> {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    private readonly codeBooks: CodeBooks,
  ) {}

  async execute({ book, path, actor }: DefineCodes): Promise<number> {
    const entries = await entriesIn(book, path);
    const known = (await this.codeBooks.load())[book];
    assertParents(new CodeBook(book, [...known.entries(), ...entries]), entries);
    const there = new Set(known.entries().map(fingerprint));
    const news = entries.filter((entry) => !there.has(fingerprint(entry)));
    if (news.length > 0) await this.append(book, news, actor);
    return news.length;
  }

  private async append(book: BookName, entries: readonly CodeEntry[], actor: string): Promise<void> {
    const stream = codeBookStream(book);
    let revision = -1;
    for await (const batch of this.events.readStream(stream)) revision += batch.length;
    const commandId = `codes#${revision + 1}`;
    const event = {
      id: eventId(stream, `${commandId}:${fingerprint(entries)}`, 0),
      type: 'CodesDefined',
      version: 1,
      data: { entries: entries.map((entry) => ({ ...entry })) },
      metadata: { commandId, fingerprint: fingerprint(entries), actor },
    };
    await this.events.append([{ stream, expected: revision, events: [event] }]);
    await this.codeBooks.reload();
  }
}

async function entriesIn(book: BookName, path: string): Promise<CodeEntry[]> {
  const { tables } = await readSources(path);
  const errors: CellError[] = tables.flatMap((table) => requireColumns(table, CODE_COLUMNS).errors);
  if (errors.length > 0) throw new ImportRefused(errors);
  const entries = tables.flatMap(({ file, rows }) =>
    rows.flatMap(({ number, cells }) => {
      try {
        const entry = codeEntry(cells);
        assertCodeEntry(book, entry);
        return [entry];
      } catch (error) {
        if (!(error instanceof RuleViolation)) throw error;
        errors.push({
          file,
          row: number,
          column: null,
          value: cells['编码'] ?? null,
          rule: error.message,
          advice: '请更正此行',
        });
        return [];
      }
    }),
  );
  if (errors.length > 0) throw new ImportRefused(errors);
  return entries;
}
