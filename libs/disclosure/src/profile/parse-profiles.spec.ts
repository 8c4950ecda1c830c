import * as files from 'node:fs';
import { join } from 'node:path';
import { RuleViolation } from '@juesuan/kernel';
import { profileFiles } from '../../testing/profiles';
import { parseProfile, parseProfiles } from './parse-profiles';

const PROFILES = join(__dirname, '../../profiles');
const standard = profileFiles(files, PROFILES).filter(({ name }) => name.startsWith('standard/'));
const province = (text: string) => [
  ...standard,
  { name: 'profiles/xin/profile.yaml', text: `id: xin\nname: 新省\n${text}` },
];

function refusalOf(files: Parameters<typeof parseProfiles>[0]): string {
  try {
    parseProfiles(files);
  } catch (error) {
    if (error instanceof RuleViolation) return error.message;
    throw error;
  }
  return '';
}

describe('a profile', () => {
  it('says only where it differs; maps merge in depth, lists are replaced', () => {
    const text = 'extends: standard\npercentDecimals: 1\nforms:\n  "09": { title: 三公表, notes: [注：新] }\n';
    const profiles = parseProfiles(province(text));
    const [base, own] = ['standard', 'xin'].map((id) => profiles.get(id));
    expect(own).toMatchObject({ percentDecimals: 1, tolerancePercent: base?.tolerancePercent });
    expect(own?.forms['09']).toEqual({ ...base?.forms['09'], title: '三公表', notes: ['注：新'] });
    expect(own?.variance).toEqual(base?.variance);
  });

  it('is read with those that it extends, and as it is read among all', () => {
    const xin = province('extends: standard\n');
    const broken = [...xin, { name: 'profiles/other/profile.yaml', text: 'id: [' }];
    expect(parseProfile(broken, 'xin')).toEqual(parseProfiles(xin).get('xin'));
    expect(() => parseProfile(broken, 'other')).toThrow(RuleViolation);
    expect(parseProfile(xin, 'none')).toBeNull();
  });

  it.each([
    ['percentDecimal: 1', 'percentDecimal'],
    ['forms: { "09": { titel: 表 } }', 'forms.09'],
    ['forms: { "10": { title: 表 } }', 'forms'],
    ['tables: { zero: "-" }', 'tables.zero'],
    ['forms: { "05": { columns: [小计] } }', 'forms.05.columns：应为 3 列，现为 1 列'],
    [
      'sections: { income: { charts: { a: { title: 图, form: pie, points: [{ name: 甲, at: "table:02" }] } } } }',
      '没有数字',
    ],
    ['sections: { income: { charts: { a: { title: 图, form: pie, points: sources } } } }', '不认识列表 sources'],
    [
      'sections: { income: { charts: { a: { title: 图, form: pie, points: incomes, after: none } } } }',
      '没有段落“none”',
    ],
    ['forms: { "06": { rows: [301, personnel] } }', 'forms.06.rows：缺少行 publicUse'],
    ['forms: { "06": { rows: [301, 301, personnel, publicUse] } }', 'forms.06.rows：行 301 重复'],
    ['forms: { "09": { rows: [budget, actual, average] } }', 'forms.09.labels.average：缺少'],
    ['sections: { incom: { heading: 收入, paragraphs: { a: 甲 } } }', 'sections.incom：没有列入 document 的任何一部分'],
    ['document: { final: { parts: [{ heading: 甲, sections: [people] }] } }', 'document：没有章节“people”'],
    ['variance: { kinds: { Z9: {} } }', 'variance.kinds.Z9：没有这一差异类型'],
    ['variance: { endings: { above: { because: 大于。 } } }', 'variance.endings.above.because：缺少 {{ reason }}'],
    ['variance: { item: { unbudgeted: "完成{{ rate }}%{{ actual }}" } }', 'unbudgeted：不认识 {{ rate }}'],
    ['variance: { number: "{{ number" }', 'variance.number：不是正确的模板'],
  ])('is refused by file and path: %s', (text, says) => {
    const refusal = refusalOf(province(`extends: standard\n${text}\n`));
    expect(refusal).toContain('profiles/xin/profile.yaml');
    expect(refusal).toContain(says);
  });

  it.each([
    ['extends: nowhere', 'extends 的格式“nowhere”不存在'],
    ['extends: xin', 'extends 循环'],
    ['forms: [', '不是正确的 YAML'],
    ['id: another', '不是正确的 YAML'],
  ])('is refused where it cannot be put together: %s', (text, says) => {
    expect(refusalOf(province(text))).toContain(says);
  });

  it('is refused under another name than its file’s, and where it is no mapping', () => {
    expect(refusalOf([...standard, { name: 'a/profile.yaml', text: 'id: b\nname: b\nextends: standard' }])).toContain(
      '应与文件夹名一致',
    );
    expect(refusalOf([{ name: 'a/profile.yaml', text: '- 1' }])).toContain('a/profile.yaml');
  });
});
