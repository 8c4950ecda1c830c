import * as files from 'node:fs';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as say from '../../testing/account-of-events';
import { allProfiles, profileFiles } from '../../testing/profiles';
import { SAMPLE_DISCLOSURE } from '../../testing/sample-year';
import { parseProfiles } from '../profile/parse-profiles';
import { type Profile, SECTION_IDS } from '../profile/schema';
import type { Chart, Paragraph, PublishedDocument } from '../text/document';
import { amountAt, figureValue } from '../text/quantity';
import { addressOf, sourceAt } from '../text/sources';
import { factsAsked } from './facts-asked';
import { publishedDocument, sectionsIn } from './published-document';

const PROFILES = join(__dirname, '../../profiles');
const profiles = allProfiles(files, PROFILES);
const profileOf = (id: string): Profile => profiles.get(id) as Profile;
const ids = [...profiles.keys()];
type Events = Parameters<typeof say.namedAccountOf>[0];

const documentOf = (events: Events, profile: Profile) => publishedDocument(say.namedAccountOf(events), profile, null);

const paragraphsOf = ({ parts }: PublishedDocument): Paragraph[] =>
  parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind !== 'section') return [];
      const cells = block.exhibits.flatMap((each) => (each.kind === 'textTable' ? each.table.rows.flat() : []));
      return [...block.section.paragraphs, ...cells];
    }),
  );
const textOf = (events: Events, key: string, id = 'standard'): string =>
  paragraphsOf(documentOf(events, profileOf(id))).find((one) => one.key === key)?.text ?? '';

const chartsOf = ({ parts }: PublishedDocument): Chart[] =>
  parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'section' ? block.exhibits.flatMap((each) => (each.kind === 'chart' ? [each.chart] : [])) : [],
    ),
  );

const BUDGET = [say.budgeted(say.line('2080101'), '100'), say.lastYear('预算总额', '80', 'budget')];

it.each(['{table:10/total/0}', '{table:01/in.grandtotal/0}', '{table:01/in.grandTotal/1}'])(
  'a placeholder of a table, row or column that is none is a visible gap, and the rest is printed: %s',
  (address) => {
    const events = [...SAMPLE_DISCLOSURE, say.explained('reason/收入支出总计', `增加${address}万元`)];
    expect(textOf(events, 'overall/total')).toMatch(/收、支总计均为6420\.50万元.*主要原因是增加（待补充）万元/);
  },
);

describe.each(ids)('the document of %s', (id) => {
  it.each([
    ['final account', SAMPLE_DISCLOSURE],
    ['budget', BUDGET],
    ['account of nothing', []],
  ])('has a source for every figure, and every source gives the printed figure: %s', (_, events) => {
    const { account } = say.namedAccountOf(events);
    for (const { text, figures } of paragraphsOf(documentOf(events, profileOf(id)))) {
      for (const figure of figures) {
        const source = sourceAt(figure.source);
        expect([figure.source, text.startsWith(figure.text, figure.start)]).toEqual([figure.source, true]);
        expect([figure.source, source && figureValue(account, source, profileOf(id))]).toEqual([
          figure.source,
          figure.text,
        ]);
        expect(source && addressOf(source)).toBe(figure.source);
      }
    }
  });

  it('has no digit outside a figure but those of years, dates, numbering and people', () => {
    for (const { key, text, figures } of paragraphsOf(documentOf(SAMPLE_DISCLOSURE, profileOf(id)))) {
      if (/^(performance\/evaluations|basic)\//.test(key)) continue;
      const prose = figures.reduceRight(
        (rest, { start, text: figure }) => rest.slice(0, start) + '＃' + rest.slice(start + figure.length),
        text,
      );
      const generated = prose.replace(
        /^\d+[.、]\s?|20\d\d年(度)?|12月31日|“仲裁信息化二期2”|单价100万元（含）以上设备/g,
        '',
      );
      expect(`${key}: ${generated}`).not.toMatch(/:.*\d/);
    }
  });

  it('leaves no placeholder, no empty reason and no rate on a base of zero', () => {
    for (const { text } of paragraphsOf(documentOf(SAMPLE_DISCLOSURE, profileOf(id)))) {
      expect(text).not.toMatch(/\{|\}|undefined|null|NaN|原因是[。；]|因为[。；]|占%|的%/);
    }
  });

  it('words every section', () => {
    expect(Object.keys(profileOf(id).sections)).toEqual(expect.arrayContaining([...SECTION_IDS]));
  });
});

describe('the charts of 山东', () => {
  const shandong = profileOf('shandong-2022');
  const lastYear = [say.lastYear('收入支出总计', '6000'), say.lastYear('财政拨款收入支出总计', '5000')];

  it('stand in the order of the text and are numbered through the document', () => {
    const charts = chartsOf(documentOf([...SAMPLE_DISCLOSURE, ...lastYear], shandong));
    expect(charts.map(({ title }) => title)).toEqual([
      '图1　收、支决算总计变动情况（单位：万元）',
      '图2　收入决算结构情况（单位：万元）',
      '图3　支出决算结构情况（单位：万元）',
      '图4　财政拨款收、支决算总计变动情况（单位：万元）',
      '图5　一般公共预算财政拨款支出决算结构情况（单位：万元）',
    ]);
  });

  it('show the account’s figures, and shares of what is a whole', () => {
    const { account } = say.namedAccountOf(SAMPLE_DISCLOSURE);
    const points = chartsOf(documentOf(SAMPLE_DISCLOSURE, shandong)).flatMap((chart) => chart.points);
    expect(points.length).toBeGreaterThan(8);
    for (const { fen, figure, share } of points) {
      expect([figure.source, amountAt(account, figure.source)]).toEqual([figure.source, fen]);
      for (const { source, text } of [figure, ...(share ? [share] : [])]) {
        const at = sourceAt(source);
        expect([source, at && figureValue(account, at, shandong)]).toEqual([source, text]);
      }
    }
  });

  it('are left out where there is nothing to compare, or no part of a whole', () => {
    const keys = (events: Events) => chartsOf(documentOf(events, shandong)).map(({ key }) => key);
    const paid = [say.received('5'), say.paid(say.line('2080101'), '1')];
    expect(keys(paid)).toEqual(['income/structure', 'expenditure/structure', 'generalPublic/structure']);
    expect(keys([say.paid(say.line('2080101'), '1'), say.lastYear('收入支出总计', '3')])).toContain('overall/change');
  });
});

describe('facts that nobody has recorded', () => {
  it('are named where a figure needs several of them', () => {
    const paid = say.paid(say.line('2080101'), '1');
    const [total] = paragraphsOf(
      documentOf([paid, say.disclosed('政府采购货物', '10', '万元')], profileOf('standard')),
    ).filter(({ key }) => key === 'procurement/total');
    expect(total?.gaps).toMatchObject([
      {
        missing: '没有“政府采购工程”、“政府采购服务”的数据',
        facts: ['disclosure:政府采购工程', 'disclosure:政府采购服务'],
      },
    ]);
  });

  it('are known before: amounts, counts and figures of last year, of the final account or of the budget', () => {
    const asked = factsAsked(profileOf('hunan-2023'), false).map(({ address, isAmount }) => [address, isAmount]);
    expect(asked).toContainEqual(['disclosure:会议次数', false]);
    expect(asked).toContainEqual(['disclosure:政府采购货物', true]);
    expect(asked).toContainEqual(['prior:account/收入支出总计', true]);
    expect(new Set(asked.map(String)).size).toBe(asked.length);
    const ofBudget = factsAsked(profileOf('standard'), true).map(({ address }) => address);
    expect(ofBudget).toContain('prior:budget/预算总额');
    expect(ofBudget).not.toContain('disclosure:会议次数');
  });
});

describe('an officer’s own wording', () => {
  const own = (text: string, budget: string): Paragraph | undefined => {
    const line = say.line('2080101');
    const events = [say.budgeted(line, budget), say.paid(line, '10'), say.explained('variance/2080101', text)];
    return paragraphsOf(documentOf(events, profileOf('standard'))).find(({ key }) => key === 'variance/2080101');
  };

  it('keeps its words and follows the account with its figures', () => {
    expect(own('运行支出{table:05/2080101/0}万元，小于预算。', '20')).toMatchObject({
      text: '运行支出10.00万元，小于预算。',
      figures: [{ text: '10.00', source: 'table:05/2080101/0', start: 4 }],
    });
  });

  it('prints no braces: what is no figure is a gap to be mended', () => {
    const paragraph = own('运行支出{随便}万元。', '20');
    expect(paragraph?.text).not.toMatch(/[{}]/);
    expect(paragraph?.gaps).toMatchObject([{ missing: expect.stringContaining('{随便}') }]);
  });

  it('is marked when the account has turned round', () => {
    const text = '支出决算{table:05/2080101/0}万元，小于年初预算。';
    expect(own(text, '20')?.stale).toBeUndefined();
    expect(own(text, '5')?.stale).toBe('文字写的是“小于”，现在的数字是“大于”，请核对后改写。');
  });

  it('is marked when it states no figure at all', () => {
    expect(own('运行正常。', '20')?.stale).toBe('改写的文字里没有数字，系统生成的有 4 个，请核对后改写。');
  });
});

it('changes with one payment exactly the sentences that depend on it', () => {
  const before = paragraphsOf(documentOf(SAMPLE_DISCLOSURE, profileOf('standard')));
  const line = say.line('2130804', 'project', '贷款贴息');
  const after = paragraphsOf(documentOf([...SAMPLE_DISCLOSURE, say.paid(line, '3', '30201')], profileOf('standard')));
  const changed = after.filter(({ text }, index) => text !== before[index]?.text).map(({ key }) => key);
  expect(after.length).toBe(before.length);
  expect(changed).toEqual([
    'expenditure/structure',
    'fiscal/balances',
    'generalPublic/overall',
    'generalPublic/structure',
    'variance/summary',
    'variance/2130804',
  ]);
});

it('takes a new province from a folder alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'province-'));
  mkdirSync(join(folder, 'xin-2024'));
  writeFileSync(
    join(folder, 'xin-2024', 'profile.yaml'),
    `id: xin-2024
name: 新省
extends: standard
percentDecimals: 1
document: { final: { parts: [{ heading: 说明, sections: [people, income] }] } }
`,
  );
  writeFileSync(
    join(folder, 'xin-2024', 'income.yaml'),
    "paragraphs: { structure: \"全年收入{{ 'table:02/total/0' | wan }}万元，拨款占{{ 'table:02/total/1' | share: 'table:02/total/0' }}%。\" }\n",
  );
  writeFileSync(
    join(folder, 'xin-2024', 'people.yaml'),
    "heading: '{{ number }}、人员情况'\nparagraphs: { staff: \"年末实有{{ 'disclosure:年末实有人数' | count }}人。\" }\n",
  );
  const xin = parseProfiles([...profileFiles(files, PROFILES), ...profileFiles(files, folder)]).get(
    'xin-2024',
  ) as Profile;
  const events = [...SAMPLE_DISCLOSURE, say.disclosed('年末实有人数', '86', '人')];
  const document = documentOf(events, xin);
  const texts = paragraphsOf(document).map(({ text }) => text);
  expect(texts).toContain('全年收入6420.50万元，拨款占99.7%。');
  // A section that no other province has is a file as well, and what it asks for is known.
  expect(sectionsIn(document).map(({ heading }) => heading)).toEqual(['一、人员情况', '二、收入决算情况说明']);
  expect(texts).toContain('年末实有86人。');
  expect(factsAsked(xin, false).map(({ address }) => address)).toContain('disclosure:年末实有人数');
});

it.each([
  ["{{ 'table:05' | wan }}", '没有数字“table:05”'],
  ["{{ 'table:05/total/0' | yuan }}", '没有过滤器 yuan'],
  ['{{ unit }}', '不认识 {{ unit }}'],
  ['{{ year', '不是正确的模板'],
])('refuses a section’s template: %s', (template, says) => {
  const file = { name: 'xin/profile.yaml', text: 'id: xin\nname: 新省\nextends: standard\n' };
  const section = { name: 'xin/income.yaml', text: JSON.stringify({ paragraphs: { structure: template } }) };
  expect(() => parseProfiles([...profileFiles(files, PROFILES), file, section])).toThrow(says);
});
