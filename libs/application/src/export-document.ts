import type { PublishedDocument } from '@juesuan/disclosure';
import { drawCharts, pdfOf, writeCheckReport, writeDocx, writeOpenData, writeTables } from '@juesuan/documents';
import { budgetYearStream } from '@juesuan/execution';
import type { EventStore, StoredEvent } from '@juesuan/event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type AccountKey, Accounts } from './accounts';
import { Profiles } from './profiles';
import { type Report, reportOf } from './report';
import { EVENT_STORE } from './stores';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a disclosure, ready to publish. */
export interface Exported {
  readonly report: Report;
  readonly files: readonly ExportedFile[];
  /** What could not be written as asked, each a sentence for the person who asked. */
  readonly warnings: readonly string[];
}

/** Writes the whole disclosure of an account: document, tables, check report, open data; as PDF too where it is wanted. */
export class ExportDocument extends Query<Exported> {
  constructor(
    readonly key: AccountKey,
    readonly profile: string,
    readonly options: { readonly pdf: boolean } = { pdf: false },
  ) {
    super();
  }
}

@QueryHandler(ExportDocument)
export class ExportDocumentHandler implements IQueryHandler<ExportDocument> {
  constructor(
    private readonly accounts: Accounts,
    private readonly profiles: Profiles,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {}

  async execute({ key, profile: profileId, options }: ExportDocument): Promise<Exported> {
    const profile = this.profiles.get(profileId);
    const named = await this.accounts.account(key);
    const report = reportOf(named, await this.accounts.evidence(named), profile);
    const document = documentOf(report, await this.lastEvent(key));
    const { pictures, warning } = await drawCharts(document);
    const docx = await writeDocx({ document, profile, pictures });
    const word = report.isBudget ? '部门预算公开' : '部门决算公开';
    const files = [
      { name: `${word}.docx`, bytes: docx },
      { name: report.isBudget ? '预算公开表.xlsx' : '决算公开表.xlsx', bytes: await writeTables(report) },
      { name: '检查报告.xlsx', bytes: await writeCheckReport(`${document.title}检查报告`, report.checks) },
      { name: report.isBudget ? 'budget.json' : 'final-account.json', bytes: jsonOf(report) },
    ];
    const zip = { name: '开放数据.zip', bytes: writeOpenData(named, report.tables, files) };
    const pdf = options.pdf ? await pdfOf(docx) : null;
    return {
      report,
      files: [...files, zip, ...(pdf && 'bytes' in pdf ? [{ name: `${word}.pdf`, bytes: pdf.bytes }] : [])],
      warnings: [...(warning === null ? [] : [warning]), ...(pdf && 'missing' in pdf ? [pdf.missing] : [])],
    };
  }

  /** The newest event of the unit's own year: its hash is the head of the chain that the account stands on. */
  private async lastEvent({ unit, year }: AccountKey): Promise<StoredEvent | null> {
    let last: StoredEvent | null = null;
    for await (const batch of this.events.readStream(budgetYearStream(unit, year))) last = batch.at(-1) ?? last;
    return last;
  }
}

const jsonOf = ({ json }: Report): Uint8Array => new TextEncoder().encode(`${JSON.stringify(json, null, 1)}\n`);

/** The document of a report: its tables, its explanation, and where both come from. */
function documentOf({ json, unitName, isBudget, tables }: Report, last: StoredEvent | null): PublishedDocument {
  const word = isBudget ? '部门预算' : '部门决算';
  const origin = last
    ? `本文件由事项记录自动生成。链头（SHA-256）：${last.hash}；位置：${last.position}。`
    : '本文件由所属单位的事项记录自动汇总生成。';
  return {
    title: `${unitName}${json.year}年度${word}`,
    unitName,
    year: json.year,
    parts: [
      { heading: `第一部分 ${word}公开表`, blocks: tables.map((table) => ({ kind: 'publicTable', table })) },
      ...(json.notes.length === 0
        ? []
        : [
            {
              heading: `第二部分 ${word}情况说明`,
              blocks: json.notes.map((section) => ({ kind: 'section' as const, section })),
            },
          ]),
    ],
    colophon: [{ key: 'colophon', text: origin, figures: [] }],
  };
}
