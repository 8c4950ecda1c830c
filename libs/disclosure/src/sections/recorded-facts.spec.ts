import * as files from 'node:fs';
import { join } from 'node:path';
import * as say from '../../testing/account-of-events';
import { allProfiles } from '../../testing/profiles';
import { SAMPLE_DISCLOSURE, SAMPLE_YEAR } from '../../testing/sample-year';
import type { Profile } from '../profile/schema';
import { figureValue } from '../text/quantity';
import { publishedDocument, sectionsIn } from './published-document';

const profiles = allProfiles(files, join(__dirname, '../../profiles'));
const profileOf = (id: string): Profile => profiles.get(id) as Profile;

const textOf = (events: Parameters<typeof say.namedAccountOf>[0], key: string): string =>
  sectionsIn(publishedDocument(say.namedAccountOf(events), profileOf('standard'), null))
    .flatMap(({ paragraphs }) => paragraphs)
    .find((one) => one.key === key)?.text ?? '';

it('finds last year’s figure under a name with half-width brackets', () => {
  const abroad = [
    ...SAMPLE_DISCLOSURE.filter(({ data }) => !('name' in data) || data.name !== '因公出国（境）费'),
    say.lastYear('因公出国(境)费', '2'),
  ];
  expect(
    figureValue(
      say.namedAccountOf(abroad).account,
      { of: 'prior', document: 'account', name: '因公出国（境）费' },
      profileOf('standard'),
    ),
  ).toBe('2.00');
});

it('shows a gap for a disclosure without value, and for an amount without its unit of money', () => {
  const year = [
    ...SAMPLE_DISCLOSURE,
    say.disclosed('车辆:其他用车', ' ', '辆'),
    say.disclosed('政府采购服务', '5', ''),
  ];
  expect(textOf(year, 'assets/vehicles')).toMatch(/共有车辆（待补充）辆，.*其他用车（待补充）辆/);
  expect(textOf(year, 'procurement/total')).not.toMatch(/政府采购服务支出5万元/);
});

it('names every grade that projects were given', () => {
  const graded = (...grades: string[]): string =>
    textOf(
      [
        ...SAMPLE_YEAR,
        say.disclosed('绩效自评项目数', '9', '个'),
        ...grades.map((one) => say.disclosed(`绩效自评${one}`, '2', '个')),
      ],
      'performance/work',
    );
  expect(graded('优', '中', '差')).toContain('自评结果中，评为“优”的项目2个、评为“中”的项目2个、评为“差”的项目2个。');
  expect(graded('差')).toContain('自评结果中，评为“差”的项目2个。');
});

it('says each kind of 基本支出 in whole sentences, also where there is only one', () => {
  const onlyPeople = [say.paid(say.line('2080101'), '10', '30101')];
  expect(textOf(onlyPeople, 'basic/total')).toMatch(/基本支出10\.00万元。$/);
  expect(textOf(onlyPeople, 'basic/personnel')).toMatch(/10\.00万元。$/);
  expect(textOf(onlyPeople, 'basic/publicUse')).toBe('');
});

it('says of all vehicles only what was recorded of them', () => {
  const kept = [say.paid(say.line('2080101'), '10'), say.disclosed('公务用车保有量', '1', '辆')];
  expect(textOf(kept, 'threePublic/vehicleDetails')).toMatch(/公务用车保有量为1辆。$/);
  expect(textOf(kept, 'assets/vehicles')).toMatch(/共有车辆（待补充）辆；/);
  const all = [...kept, say.disclosed('车辆总数', '2', '辆')];
  expect(textOf(all, 'assets/vehicles')).toMatch(/共有车辆2辆；/);
});

it('says of whom it received what was recorded: from abroad too', () => {
  const events = [
    ...[
      ...SAMPLE_DISCLOSURE,
      say.disclosed('国内公务接待批次', '3', '批次'),
      say.disclosed('国内公务接待人次', '9', '人次'),
    ],
    ...[say.disclosed('外事接待批次', '1', '批次'), say.disclosed('外事接待人次', '2', '人次')],
  ];
  expect(textOf(events, 'threePublic/receptionDetails')).toMatch(
    /国内公务接待3批次、9人次（其中外事接待1批次、2人次）。$/,
  );
});
