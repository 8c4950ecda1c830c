import { RuleViolation } from '@juesuan/kernel';

/**
 * What a read store is that has taken events which the log does not hold: the log is another, older one (a backup was restored beside
 * PostgreSQL), or the checkpoint was changed. What it holds is not what was recorded, and what is recorded now it would never take.
 */
export const ledgerAhead = (): RuleViolation =>
  new RuleViolation(
    'ledger-ahead',
    '台账计到的位置在事件日志的末尾之后：事件日志换回过较早的一份，或者检查点被改过，台账上的数字不可信。请由管理员运行 juesuan rebuild 由事件重算。',
  );
