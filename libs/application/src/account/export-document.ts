import { publishedDocument, selfOf } from '@juesuan/disclosure';
import {
  drawCharts,
  pdfOf,
  readDocx,
  writeCheckReport,
  writeDocx,
  writeOpenData,
  writeTables,
} from '@juesuan/documents';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Accounts } from './accounts';
import { Logs } from './logs';
import { Profiles } from './profiles';
import { allChecks, type Report, reportOf } from './report';
import type { AccountKey } from './year-view';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a disclosure, ready to publish. */
export interface Exported {
  /** Its checks of the text and of the printed page are those of the finished file as it reads back. */
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
    private readonly logs: Logs,
  ) {}

  async execute({ key, profile: profileId, options }: ExportDocument): Promise<Exported> {
    const profile = this.profiles.get(profileId);
    const { named, beside, log } = await this.accounts.at(key, async (view) => {
      const read = await this.logs.beside(view);
      const account = await view.account();
      return { named: account, beside: await view.evidence(account), log: read };
    });
    const document = publishedDocument(named, profile, log.origin);
    const { pictures, warning } = await drawCharts(document);
    const writing = { document, profile, pictures };
    const docx = await writeDocx(writing);
    // The text is checked as it stands in the finished file.
    const finished = readDocx(docx);
    const everything = { ...beside, ...(await log.evidence()) };
    const checks = allChecks({ document: finished, made: document, evidence: everything, profile });
    const report = reportOf(named, everything, profile, { document, checks });
    const word = `${selfOf(named.account, profile)}${report.isBudget ? '预算公开' : '决算公开'}`;
    const files = [
      { name: `${word}.docx`, bytes: docx },
      { name: report.isBudget ? '预算公开表.xlsx' : '决算公开表.xlsx', bytes: await writeTables(report) },
      { name: '检查报告.xlsx', bytes: await writeCheckReport(`${document.title}检查报告`, checks, report.lacking) },
      { name: report.isBudget ? 'budget.json' : 'final-account.json', bytes: jsonOf(report) },
    ];
    const zip = { name: '开放数据.zip', bytes: writeOpenData(named, report.tables, files) };
    // Who prints at once has no chance to bring the 目录 up to date.
    const pdf = options.pdf ? await pdfOf(await writeDocx(writing, 'references')) : null;
    return {
      report,
      files: [...files, zip, ...(pdf && 'bytes' in pdf ? [{ name: `${word}.pdf`, bytes: pdf.bytes }] : [])],
      warnings: [...(warning === null ? [] : [warning]), ...(pdf && 'missing' in pdf ? [pdf.missing] : [])],
    };
  }
}

const jsonOf = ({ json }: Report): Uint8Array => new TextEncoder().encode(`${JSON.stringify(json, null, 1)}\n`);
