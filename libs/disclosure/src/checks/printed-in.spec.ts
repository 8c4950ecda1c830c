import * as files from 'node:fs';
import { join } from 'node:path';
import { runChecks } from '@juesuan/account';
import { allProfiles } from '../../testing/profiles';
import { SAMPLE_DISCLOSURE } from '../../testing/sample-year';
import { textEvidenceOf } from '../../testing/text-evidence';
import type { ReadDocument } from '../text/read-document';
import { printedIn } from './printed-in';

const profiles = allProfiles(files, join(__dirname, '../../profiles'));
const PAPER = ['A24', 'B22', 'B23'];

/** The document with another text in place of one that some table's cell has. */
const withCell = (document: ReadDocument, from: string, to: string): ReadDocument => {
  const tables = document.tables.map((rows) => rows.map((row) => row.map((cell) => (cell === from ? to : cell))));
  expect(tables).not.toEqual(document.tables);
  return { ...document, tables };
};

const answers = (change: (document: ReadDocument) => ReadDocument, id = 'standard') => {
  const { document, evidence } = textEvidenceOf(SAMPLE_DISCLOSURE, profiles.get(id) as never);
  return runChecks({ ...evidence, document: printedIn(change(document)) }).filter((one) => PAPER.includes(one.id));
};
const outcomes = (change: (document: ReadDocument) => ReadDocument) =>
  Object.fromEntries(answers(change).map(({ id, outcome }) => [id, outcome]));

it.each([...profiles.keys()])('holds of the document that is made: %s', (id) => {
  expect(answers((document) => document, id).filter(({ outcome }) => outcome !== 'held')).toEqual([]);
});

it('fails by what is printed around the figures, each check by its own fault', () => {
  const sound = { A24: 'held', B22: 'held', B23: 'held' };
  expect(outcomes((document) => withCell(document, '金额单位：万元', '金额单位：元'))).toEqual({
    ...sound,
    B22: 'failed',
  });
  expect(outcomes((document) => ({ ...document, title: document.title.replace('2023', '2021') }))).toEqual({
    ...sound,
    B22: 'failed',
  });
  expect(outcomes((document) => ({ ...document, title: `另一个${document.title}` }))).toEqual({
    ...sound,
    B22: 'failed',
  });
  expect(outcomes((document) => withCell(document, '公开05表', '公开06表'))).toEqual({ ...sound, B23: 'failed' });
  const empty = textEvidenceOf(SAMPLE_DISCLOSURE, profiles.get('standard') as never).document.tables[6]?.find(
    (row) => row.length === 1 && row[0]?.includes('政府性基金') && !row[0].startsWith('注'),
  );
  expect(outcomes((document) => withCell(document, empty?.[0] ?? '', '注：无'))).toEqual({ ...sound, A24: 'failed' });
});
