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
