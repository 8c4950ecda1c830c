import { type BudgetYearCommand, type RecordedEvent, STANDARD_SETTINGS } from '@juesuan/execution';
import { isAboutTheSame } from './changed-meanwhile';

const by = { commandId: 'c', fingerprint: 'f', actor: '李科长', administrator: false };
const reasonRecorded = (item: string): RecordedEvent => ({
  type: 'VarianceReasonRecorded',
  data: { item, reason: '人员减少' },
  by,
});
const recordReason: BudgetYearCommand = {
  type: 'RecordVarianceReason',
  data: { item: '2080101', reason: '压减经费' },
  by,
};

describe('what changed after a form was filled in', () => {
  it('is a conflict where it says otherwise what the form says', () => {
    expect(isAboutTheSame(reasonRecorded('2080101'), recordReason)).toBe(true);
  });

  it('is none where it is about another figure, or another kind of fact', () => {
    expect(isAboutTheSame(reasonRecorded('2080102'), recordReason)).toBe(false);
    const said: RecordedEvent = { type: 'ExplanationRevised', data: { key: '2080101', text: '如实' }, by };
    expect(isAboutTheSame(said, recordReason)).toBe(false);
  });

  it('is a conflict between two who set how a department is watched, and only between them', () => {
    const data = { limits: STANDARD_SETTINGS.limits, off: [], curve: STANDARD_SETTINGS.curve };
    const set: RecordedEvent = { type: 'WatchingSet', data, by };
    expect(isAboutTheSame(set, { type: 'SetWatching', data, by })).toBe(true);
    expect(isAboutTheSame(set, recordReason)).toBe(false);
    expect(isAboutTheSame(reasonRecorded('2080101'), { type: 'SetWatching', data, by })).toBe(false);
  });
});
