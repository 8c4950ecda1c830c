import { RuleViolation } from '@juesuan/kernel';
import type { AlertState } from './budget-year';
import { assertInYear, assertWord } from './guards';
import type { Rules } from './rule';
import { ALERT_LEVELS, ALERT_RULES, isGraver, needsReply, type RaisedAlert } from './watching';

/**
 * 预警 is raised by the figures, answered in writing by the unit and settled by somebody else. What is answered or settled is the
 * level it has: should the figures get worse, it is raised again.
 */
export const alertRules: Rules<'AnswerAlert' | 'SettleAlert'> = {
  AnswerAlert: (year, { key, text, date, raised }, context) => {
    assertAlertKey(key);
    assertInYear(date, context.year);
    if (text.trim() === '') throw new RuleViolation('no-answer', '答复不能为空，请写明原因和办法。', { key });
    const current = expectRaised(key, raised);
    const settled = year.alerts.get(key)?.settled ?? null;
    if (!isGraver(current.level, settled)) throw alreadySettled(key);
    return [{ type: 'AlertAnswered', data: { key, ...current, text, date } }];
  },
  SettleAlert: (year, { key, comment, date, raised }, context) => {
    assertAlertKey(key);
    assertInYear(date, context.year);
    const state = year.alerts.get(key) ?? null;
    const { level, message } = expectRaised(key, raised ?? state?.answered ?? null);
    if (!isGraver(level, state?.settled ?? null)) throw alreadySettled(key);
    assertAnswered(key, { level, message }, state);
    if (state?.answeredBy.includes(context.by.actor)) throw settledByItsOfficer(key, context.by.actor);
    return [{ type: 'AlertSettled', data: { key, level, message, comment, date } }];
  },
};

/** `behind-time:301001`: a rule there is, and what it is about. */
function assertAlertKey(key: string): void {
  const [, rule = ''] = /^([^:]*):[^\s]/.exec(key) ?? [];
  if (Object.hasOwn(ALERT_RULES, rule)) return;
  throw new RuleViolation('not-an-alert', `“${key}”不是预警的编号，请从预警列表中选。`, { key });
}

function expectRaised(key: string, raised: RaisedAlert | null): RaisedAlert {
  if (raised === null) {
    const text = `现在没有编号为 ${key} 的预警，可能已经解除；请刷新预警列表。`;
    throw new RuleViolation('alert-unknown', text, { key });
  }
  assertWord(ALERT_LEVELS, raised.level, '预警级别');
  return { level: raised.level, message: raised.message };
}

function assertAnswered(key: string, { level }: RaisedAlert, state: AlertState | null): void {
  if (!needsReply(level)) return;
  if (state?.answered && !isGraver(level, state.answered.level)) return;
  const since = state?.answered ? '答复之后情况加重，' : '';
  const text = `${since}${ALERT_LEVELS[level]}预警须先由单位书面答复，再了结。`;
  throw new RuleViolation('alert-not-answered', text, { key, level });
}

const alreadySettled = (key: string): RuleViolation =>
  new RuleViolation('alert-settled', '这条预警已经了结；情况加重时会再次发出。', { key });

const settledByItsOfficer = (key: string, actor: string): RuleViolation =>
  new RuleViolation('reviewed-by-its-officer', `这条预警由 ${actor} 答复，须由另一人了结。`, { key });
