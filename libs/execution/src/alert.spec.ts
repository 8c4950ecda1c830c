import { closed, opened, openedDepartment } from '../testing/facts';
import { asked, given, happened, recorded } from '../testing/scenario';
import type { AlertLevel } from './watching';

const key = 'behind-time:301001';
const at = (level: AlertLevel) => ({ level, message: `执行慢（${level}）。` });
const answer = (level: AlertLevel | null, more: { text?: string; key?: string; date?: string } = {}) =>
  asked('AnswerAlert', { key, text: '招标推迟，八月补上。', date: '2023-06-30', raised: level && at(level), ...more });
const settle = (level: AlertLevel | null) =>
  asked('SettleAlert', { key, comment: '同意', date: '2023-07-03', raised: level && at(level) });
const answered = (level: AlertLevel, actor = '王会计') =>
  recorded(
    happened('AlertAnswered', { key, ...at(level), text: '招标推迟，八月补上。', date: '2023-06-30' }),
    `answered-${level}`,
    actor,
  );
const settled = (level: AlertLevel) =>
  happened('AlertSettled', { key, ...at(level), comment: '同意', date: '2023-07-03' });
const reviewer = { actor: '李科长' };

describe('an alert is answered', () => {
  it('as the figures raise it, by a unit as by a department', () => {
    for (const year of [opened, openedDepartment]) {
      const { text, date } = { text: '招标推迟，八月补上。', date: '2023-06-30' };
      given(year)
        .when(answer('reply'))
        .then(happened('AlertAnswered', { key, ...at('reply'), text, date }));
    }
  });

  test.each([
    [answer('reply', { text: ' \n' }), 'no-answer'],
    [answer('reply', { key: '执行慢' }), 'not-an-alert'],
    [answer('reply', { key: 'behind-time:' }), 'not-an-alert'],
    [answer('reply', { key: 'toString:301001' }), 'not-an-alert'],
    [answer('reply', { date: '2024-01-01' }), 'date-outside-year'],
    [answer('serious' as AlertLevel), 'unknown-word'],
    [answer(null), 'alert-unknown'],
  ])('%j is refused', (what, rule) => given(opened).when(what).thenRefused(rule));

  it('not once the year is closed', () => given(opened, closed).when(answer('reply')).thenRefused('year-closed'));

  it('again only when it has become graver than what was settled', () => {
    const before = [opened, answered('reply'), settled('reply')];
    given(...before)
      .when(answer('reply'))
      .thenRefused('alert-settled');
    given(...before)
      .when(answer('refuse', { text: '已停付' }))
      .then(happened('AlertAnswered', { key, ...at('refuse'), text: '已停付', date: '2023-06-30' }));
  });
});

describe('an alert is settled', () => {
  it('without an answer only where none is asked for', () => {
    for (const level of ['record', 'warn'] as const) given(opened).when(settle(level), reviewer).then(settled(level));
    for (const level of ['reply', 'refuse', 'forbidden'] as const) {
      given(opened).when(settle(level), reviewer).thenRefused('alert-not-answered', '须先由单位书面答复');
    }
  });

  it('by somebody else than who answered', () => {
    given(opened, answered('reply')).when(settle('reply')).thenRefused('reviewed-by-its-officer', '王会计');
    given(opened, answered('reply')).when(settle('reply'), reviewer).then(settled('reply'));
  });

  it('by nobody who ever answered, whoever answered last', () => {
    const twice = [opened, answered('reply'), answered('reply', '赵会计')];
    given(...twice)
      .when(settle('reply'))
      .thenRefused('reviewed-by-its-officer', '王会计');
  });

  it('not on an answer to something milder', () => {
    given(opened, answered('reply')).when(settle('refuse'), reviewer).thenRefused('alert-not-answered', '情况加重');
  });

  it('as it was answered, where it is raised no more; and not where nobody spoke of it', () => {
    given(opened, answered('reply')).when(settle(null), reviewer).then(settled('reply'));
    given(opened).when(settle(null), reviewer).thenRefused('alert-unknown');
  });

  it('once', () => {
    given(opened, answered('reply'), settled('reply')).when(settle('reply'), reviewer).thenRefused('alert-settled');
  });
});
