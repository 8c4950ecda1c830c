import * as files from 'node:fs';
import { join } from 'node:path';
import * as say from '../../testing/account-of-events';
import expected from '../../testing/checks.json';
import { allProfiles } from '../../testing/profiles';
import { SAMPLE_DISCLOSURE } from '../../testing/sample-year';
import { rewritten, struckOut, type TextDamage, textEvidenceOf } from '../../testing/text-evidence';
import type { Profile } from '../profile/schema';
import { runTextChecks, TEXT_CHECKS } from '.';
import type { TextEvidence } from './text-check';

const profiles = allProfiles(files, join(__dirname, '../../profiles'));
const profileOf = (id: string): Profile => profiles.get(id) as Profile;

/** A year of which everything is said: every reason given, last year's spending and closing known. */
const SOUND = [
  ...SAMPLE_DISCLOSURE,
  say.reasoned('2101101', '医保缴费人数减少'),
  ...['财政拨款收入支出总计', '一般公共预算财政拨款支出', '财政拨款收入', '其他收入', '基本支出', '公务接待费'].map(
    (name) => say.explained(`reason/${name}`, '业务量变化'),
  ),
  ...['“三公”经费', '公务接待费'].map((name) => say.explained(`reason/${name}预算`, '厉行节约')),
  say.lastYear('本年支出合计', '7000'),
  say.lastYear('年末结转和结余', '0'),
  say.lastYear('机关运行经费', '0.01'),
  say.lastYear('项目支出', '2000'),
  say.explained('reason/机关运行经费', '业务量变化'),
  say.explained('reason/项目支出', '业务量变化'),
  say.disclosed('机关运行经费年初预算', '0.03', '万元'),
  say.explained('reason/机关运行经费预算', '厉行节约'),
];

const answerOf = (id: string, given: TextEvidence) => runTextChecks(given).find((one) => one.id === id);

describe('the list of text checks', () => {
  it('is that of checks.json, word for word, each once and in order', () => {
    const listed = TEXT_CHECKS.map(({ id, scope, formula, tolerance, severity }) => ({
      id,
      scope,
      formula,
      tolerance,
      severity,
    }));
    expect(listed).toEqual(expected);
  });

  it.each([...profiles.keys()])('holds on the document that is made of a sound year: %s', (id) => {
    const results = runTextChecks(textEvidenceOf(SOUND, profileOf(id)));
    expect(results.filter(({ ok }) => ok === false)).toEqual([]);
    expect(results.filter(({ ok }) => ok === null).map((one) => one.id)).toEqual(id === 'shandong-2022' ? [] : ['C30']);
  });

  it.each([
    ['a year with gaps', SAMPLE_DISCLOSURE],
    ['a budget', [say.budgeted(say.line('2080101'), '100')]],
    ['a unit of which nothing is known', []],
  ])('answers every check in one sentence: %s', (_, events) => {
    for (const { id, ok, left, right, says, severity } of runTextChecks(
      textEvidenceOf(events, profileOf('standard')),
    )) {
      expect(`${id} ${says}`).toMatch(/^C\d\d [^。]+。$/);
      expect([left === null, right === null]).toEqual([ok === null, ok === null]);
      expect(ok === false && severity === 'error' ? says : '').toBe('');
    }
  });
});

const swapped: TextDamage = (document) => ({ ...document, contents: (document.contents ?? []).toReversed() });

const on = say.line('2080101');
const small = ['2080101', '2080102', '2080105', '2080501', '2101101', '2210201'].map((item) => say.line(item));

describe('a sound year fails no check', () => {
  it.each([
    [
      'a 事由 that speaks of another direction',
      'C16',
      [
        say.budgeted(on, '100'),
        say.supplemented(on, '10', '绩效奖金'),
        say.cut(on, '10', '冲回误追加的绩效奖金'),
        say.supplemented(on, '20', '抚恤金'),
        say.paid(on, '120'),
      ],
    ],
    [
      'an amount in a project’s name',
      'C16',
      [
        say.supplemented(say.line('2080101', 'project', '50万元以下小型维修'), '10', '追加'),
        say.paid(say.line('2080101', 'project', '50万元以下小型维修'), '10'),
      ],
    ],
    [
      'initial budgets below half a cent',
      'C08',
      small.flatMap((one) => [say.budgeted(one, 4900), say.paid(one, 4900)]),
    ],
    ['payments below half a cent', 'C09', small.flatMap((one) => [say.budgeted(one, 4900), say.paid(one, 4900)])],
    [
      'classes below half a cent',
      'C06',
      ['2010101', '2050101', '2080101', '2100101'].flatMap((item) => [
        say.budgeted(say.line(item), 4900),
        say.paid(say.line(item), 4900),
      ]),
    ],
  ])('%s', (_, id, events) => {
    for (const each of profiles.keys()) {
      const answer = answerOf(id, textEvidenceOf(events, profileOf(each)));
      expect(answer).toMatchObject({ outcome: expect.stringMatching(/held|tail/) });
    }
  });
});

describe('a check of the text sees what was planted', () => {
  it.each<[string, string, TextDamage]>([
    ['C01', '收、支总计 is another', rewritten('收、支总计均为6420.50万元', '收、支总计均为6420.60万元')],
    ['C01', 'it rose instead of falling', rewritten('收、支总计减少579.50万元', '收、支总计增加579.50万元')],
    ['C01', 'the rate is another', rewritten('下降8.28%', '下降8.29%')],
    ['C02', 'a source is another', rewritten('财政拨款收入6400.00万元', '财政拨款收入6401.00万元')],
    ['C02', 'a share is another', rewritten('占99.68%', '占99.86%')],
    ['C03', 'a kind is not listed', rewritten('；项目支出2380.76万元，占37.16%', '')],
    [
      'C04',
      'what is carried over is another',
      rewritten('年末财政拨款结转和结余-6.91万元', '年末财政拨款结转和结余6.91万元'),
    ],
    ['C05', 'the share is another', rewritten('占本年支出合计的100.00%', '占本年支出合计的99.00%')],
    ['C06', 'a class is another', rewritten('教育支出（类）支出249.60万元', '教育支出（类）支出294.60万元')],
    ['C06', 'a class is not listed', rewritten('教育支出（类）支出249.60万元，占3.90%；', '')],
    ['C06', 'the shares do not come to a hundred', rewritten('占3.90%', '占3.00%')],
    ['C07', 'the rate is another', rewritten('完成年初预算的89.18%', '完成年初预算的98.18%')],
    ['C08', 'an item’s budget is another', rewritten('年初预算为733.00万元', '年初预算为743.00万元')],
    ['C09', 'an item’s actual is another', rewritten('支出决算为672.78万元', '支出决算为762.78万元')],
    ['C10', 'an item is left out', struckOut('公务员医疗补助（项）')],
    ['C11', 'an item’s actual is another', rewritten('支出决算为672.78万元', '支出决算为672.79万元')],
    ['C12', 'an item is misnamed', rewritten('劳动保障监察（项）', '劳动监察（项）')],
    ['C12', 'a level is not named', rewritten('劳动保障监察（项）', '劳动保障监察')],
    ['C13', 'an item’s rate is another', rewritten('完成年初预算的91.78%', '完成年初预算的91.87%')],
    [
      'C13',
      'a rate stands on zero',
      rewritten('年初未安排预算，支出决算为249.60万元', '支出决算为249.60万元，完成年初预算的100.00%'),
    ],
    ['C14', 'above and below are confused', rewritten('决算数小于年初预算数', '决算数大于年初预算数')],
    [
      'C14',
      'far off is called nearly level',
      rewritten('决算数小于年初预算数的主要原因是：落实', '决算数与年初预算数基本持平，主要情况是：落实'),
    ],
    ['C15', 'a reason says nothing', rewritten('落实过紧日子要求，压减日常开支286.09万元', '工作需要')],
    ['C15', 'a reason goes the other way', rewritten('落实过紧日子要求，压减日常开支286.09万元', '业务量增加')],
    ['C16', 'a listed amount is another', rewritten('追减15.00万元', '追减51.00万元')],
    ['C16', 'a cause is left out', rewritten('、压减人力资源专项支出19.50万元', '')],
    ['C17', 'a share is another', rewritten('占基本支出的100.00%', '占基本支出的90.00%')],
    ['C17', 'an item is not named', rewritten('经济（30217）', '经济（30219）')],
    ['C18', 'a kind is another', rewritten('公务接待费支出预算为0.03万元', '公务接待费支出预算为0.30万元')],
    ['C18', 'the change is another', rewritten('公务接待费减少2.98万元', '公务接待费减少2.89万元')],
    [
      'C19',
      'there is said to be a fund',
      rewritten('本单位2023年度没有政府性基金预算财政拨款收入，也没有使用', '2023年度使用'),
    ],
    ['C20', 'the amount is another', rewritten('机关运行经费支出0.03万元', '机关运行经费支出0.30万元')],
    [
      'C21',
      'a fact is stated twice, unlike',
      rewritten('公务接待费支出决算为0.03万元，全年', '公务接待费支出决算为0.04万元，全年'),
    ],
    ['C21', 'grouping is mixed', rewritten('收、支总计均为6420.50万元', '收、支总计均为6,420.50万元')],
    ['C22', 'a year is left from last year’s text', rewritten('2023年度财政拨款收、支', '2022年度财政拨款收、支')],
    ['C22', 'holdings are of another day', rewritten('截至2023年12月31日', '截至2023年11月30日')],
    ['C23', 'an amount is in 元', rewritten('本年收入合计6420.50万元', '本年收入合计6420.50元')],
    ['C23', 'a share has no sign', rewritten('占99.68%', '占99.68')],
    ['C25', 'last year’s is another', rewritten('减少579.50万元', '减少597.50万元')],
    ['C26', 'a form’s words are left', rewritten('2023年度收、支总计', 'XX年度收、支总计')],
    ['C27', 'the 目录 has another order', swapped],
    ['C28', 'a term is not explained', struckOut('其他收入：')],
    ['C29', 'a word is doubled', rewritten('收、支总计均为', '收、支总计均为为')],
    ['C30', 'a use is of another item', rewritten('住房公积金（项）。', '住房公积金（项）。主要用于职工医疗保险。')],
  ])('%s: %s', (id, _, damage) => {
    const sound = textEvidenceOf(SOUND, profileOf('standard'));
    expect(answerOf(id, sound)?.ok).not.toBe(false);
    expect(answerOf(id, { ...sound, document: damage(sound.document) })).toMatchObject({
      ok: false,
      outcome: 'failed',
    });
  });

  const BUDGETED = say.budgeted(say.line('2080101'), '100');

  it('C15: a name that has quotation marks of its own gets no second pair of the same', () => {
    const names = SAMPLE_DISCLOSURE.flatMap(({ type, data }) =>
      type === 'PriorYearAccountRecorded' ? [data.name, `${data.name}预算`] : [],
    );
    const others = names.map((name) => say.explained(`reason/${name}`, '业务量变化'));
    const answer = answerOf('C15', textEvidenceOf([...SAMPLE_DISCLOSURE, ...others], profileOf('standard')));
    expect(answer?.says).toMatch(/^“‘三公’经费预算”的原因待补充；/);
  });

  it('C15: a figure that a reason quotes has come to nothing', () => {
    const ofItem = say.reasoned('2080101', '压减日常开支{追减}万元，财政收回{收回}万元');
    const ofTotal = say.explained('reason/收入支出总计', '基金收入减少{table:07/total/1}万元');
    const answer = answerOf('C15', textEvidenceOf([...SOUND, ofItem, ofTotal], profileOf('standard')));
    expect(answer).toMatchObject({ outcome: 'failed', severity: 'warn' });
    expect(answer?.says).toContain('“2080101”的原因引用的 {追减} 现在是 0.00 万元');
    expect(answer?.says).toContain('“收入支出总计”的原因引用的 {table:07/total/1} 现在是 0.00 万元');
    expect(answer?.says).not.toContain('{收回}');
  });

  it.each([
    [
      'a final account',
      'standard',
      SAMPLE_DISCLOSURE,
      ['财政拨款收入', '公务接待费预算', '公务接待费', '“三公”经费预算'],
    ],
    ['a budget', 'standard', [BUDGETED, say.lastYear('预算总额', '80', 'budget')], ['预算总额']],
    ['a small table', 'hebei-2023', [BUDGETED, say.lastYear('公务接待费', '80', 'budget')], ['公务接待费']],
  ])('C15: names every reason that is open, as 07-差异原因 has it: %s', (_, id, events, names) => {
    const answer = answerOf('C15', textEvidenceOf(events, profileOf(id)));
    expect(answer).toMatchObject({ outcome: 'failed', severity: 'warn' });
    const listed = answer?.says.replace(/^.*第一列写：|。$/g, '').split('、') ?? [];
    expect(listed).toEqual(expect.arrayContaining(names));
    expect(listed).toHaveLength(new Set(listed).size);
    const said = listed.map((name) => say.explained(`reason/${name}`, '业务量变化'));
    expect(answerOf('C15', textEvidenceOf([...events, ...said], profileOf(id)))).toMatchObject({
      outcome: 'held',
    });
  });

  it('C17: an item whose name begins another’s is named by itself', () => {
    const names: Record<string, string> = { '30101': '医疗费', '30217': '医疗费补助' };
    const sound = textEvidenceOf(
      [say.budgeted(on, '30'), say.paid(on, '10'), say.paid(on, '20', '30217')],
      profileOf('standard'),
      names,
    );
    expect(answerOf('C17', sound)).toMatchObject({ outcome: 'held' });
    const without = rewritten('医疗费10.00万元', '其他10.00万元')(sound.document);
    expect(answerOf('C17', { ...sound, document: without })).toMatchObject({ outcome: 'failed' });
    const another = rewritten('医疗费10.00万元', '医疗费11.00万元')(sound.document);
    expect(answerOf('C17', { ...sound, document: another })).toMatchObject({ outcome: 'failed' });
  });

  it.each([
    ['C08', '支出年初预算数为', '未核对：总述没有写出年初预算合计数。'],
    ['C09', '支出决算数为', '未核对：总述没有写出支出决算合计数。'],
  ])('%s says in words why it was not run', (id, stated, says) => {
    const sound = textEvidenceOf(SOUND, profileOf('standard'));
    const document = rewritten(stated, '有')(sound.document);
    expect(answerOf(id, { ...sound, document })).toMatchObject({ outcome: 'notRun', says });
  });

  it('C24: last year does not lead into this one', () => {
    const year = textEvidenceOf([...SOUND, say.lastYear('本年支出合计', '6000')], profileOf('standard'));
    expect(answerOf('C24', year)).toMatchObject({ ok: false, left: '1000.00 万元', right: '0.00 万元' });
  });
});
