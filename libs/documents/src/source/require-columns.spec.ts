import { readCsv } from './csv/read-csv';
import { ImportRefused, refusal } from './import-refused';
import { requireColumns } from './require-columns';

const table = (headers: string): ReturnType<typeof readCsv> =>
  readCsv(new TextEncoder().encode(`${headers}\n`), '04-支付.csv');

describe('the columns a table must have', () => {
  it('are found however their brackets are written', () => {
    expect(requireColumns(table('日期,金额（元）'), ['金额(元)', '日期'])).toEqual({ errors: [], warnings: [] });
    expect(requireColumns(table('日期,金额(元)'), ['金额（元）', '日期'])).toEqual({ errors: [], warnings: [] });
  });

  it('are each named where they are missing, with what stands there', () => {
    const { errors } = requireColumns(table('日期,凭证'), ['日期', '凭证号', '金额(元)']);
    expect(errors).toMatchObject([
      { file: '04-支付.csv', row: null, column: '凭证号', rule: '缺少“凭证号”列' },
      { column: '金额(元)' },
    ]);
    expect(errors[0]?.advice).toContain('现有的列：日期、凭证。');
  });

  it('stand there once', () => {
    const { errors } = requireColumns(table('日期,日期,日期'), ['日期']);
    expect(errors).toMatchObject([{ column: '日期', rule: '“日期”列有两个' }]);
  });

  it('may have others beside them, which are told', () => {
    const { errors, warnings } = requireColumns(table('日期,备注'), ['日期']);
    expect(errors).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('“备注”')]);
  });
});

describe('a refused import', () => {
  it('says how many things are wrong and shows the first', () => {
    const { errors } = requireColumns(table('x'), ['一', '二', '三', '四', '五']);
    const refused = new ImportRefused(errors);
    expect(refused.code).toBe('import-refused');
    expect(refused.facts).toEqual({ errors: 5 });
    expect(refused.message).toMatch(
      /^5 处不合规则，什么都没有记录。04-支付\.csv“一”栏：缺少“一”列；.*另有 2 处未列出。$/,
    );
  });

  it('says the row and the value', () => {
    expect(refusal('04-支付.csv', 7, '规则', '办法').message).toBe(
      '1 处不合规则，什么都没有记录。04-支付.csv 第 7 行：规则；办法。',
    );
    const error = { file: '甲', row: 2, column: '乙', value: '丙', rule: '规则。', advice: '' };
    expect(new ImportRefused([error]).message).toBe('1 处不合规则，什么都没有记录。甲 第 2 行“乙”栏（值“丙”）：规则。');
  });
});
