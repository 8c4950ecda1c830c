import { RuleViolation } from './violation';

/** A calendar day in Asia/Shanghai, `2023-04-07`; compares as text. When a thing was recorded is a UTC instant, not this. */
export type BusinessDate = string;

const WRITTEN =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/;

/**
 * Reads a day as people and spreadsheets write it: 2023-04-07, 2023/4/7 (Excel rewrites CSV dates so), 2023.4.7,
 * 2023年4月7日, 20230407. Refuses days that do not exist.
 */
export function parseDate(text: string): BusinessDate {
  const parts = WRITTEN.exec(text.trim())?.filter((part) => part !== undefined);
  const [, year = '', month = '', day = ''] = parts ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parts && exists(date)) return date;
  const advice = parts ? '没有这一天，请核对年、月、日' : '应按“年-月-日”书写，四位年、两位月、两位日';
  throw new RuleViolation('not-a-date', `“${text}”不是日期：${advice}。`, { value: text });
}

/** Refuses what is no day as the system itself writes it, in the words of parseDate. */
export function assertBusinessDate(text: string): void {
  if (isBusinessDate(text)) return;
  const meant = parseDate(text);
  throw new RuleViolation('not-a-date', `“${text}”应写作 ${meant}。`, { value: text });
}

/** Whether a text is a day as the system itself writes it; only then do days compare as text. */
export const isBusinessDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && exists(text);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(date: string): boolean {
  const [year, month, day] = [yearOf(date), Number(date.slice(5, 7)), Number(date.slice(8))];
  const isLeapDay = month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeapDay || (day >= 1 && day <= (DAYS[month - 1] ?? 0));
}

/** The year a day belongs to; a 财政年度 is the calendar year. */
export const yearOf = (date: BusinessDate): number => Number(date.slice(0, 4));

export const firstDay = (year: number): BusinessDate => `${year}-01-01`;
export const lastDay = (year: number): BusinessDate => `${year}-12-31`;
