import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AmountText, Day, FiscalYear, NestedList, Words } from '../common/fields';
import { malformed } from './malformed';

class Entry {
  @AmountText()
  amount!: string;
}

class Form {
  @Day()
  date!: string;
  @FiscalYear()
  year!: number;
  @Words(3)
  purpose!: string;
  @NestedList(() => Entry, 1, 2)
  entries!: Entry[];
}

const RIGHT = { date: '2023-01-01', year: 2023, purpose: '甲', entries: [{ amount: '1.00' }] };
const told = (form: object) =>
  malformed(validateSync(plainToInstance(Form, form), { whitelist: true, forbidNonWhitelisted: true })).fields;

describe('what is wrong with a form', () => {
  it('is told of a field that is missing in one sentence', () => {
    const { purpose, entries } = RIGHT;
    expect(told({ purpose, entries })).toEqual({ date: ['不能缺少。'], year: ['不能缺少。'] });
    expect(told({ ...RIGHT, entries: [{}] })).toEqual({ 'entries.0.amount': ['不能缺少。'] });
  });

  it('says how the field is written where the form knows', () => {
    expect(told({ ...RIGHT, entries: [{ amount: 12.5 }] })['entries.0.amount']).toContain(
      '金额须为文字，如 "1693402.78"（元）或 "12.5万元"。',
    );
    expect(told({ ...RIGHT, year: 1 })).toEqual({ year: ['不是财政年度。'] });
  });

  it('is never told in English', () => {
    const wrong = told({ date: 1, year: 'x', purpose: [], entries: 'x', more: 1 });
    expect(Object.keys(wrong).sort()).toEqual(['date', 'entries', 'more', 'purpose', 'year']);
    expect(Object.values(wrong).flat().join('')).not.toMatch(/[a-z]{3}/i);
  });
});
