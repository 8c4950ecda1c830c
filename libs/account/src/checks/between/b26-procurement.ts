import type { Account } from '../../account';
import { type Check, notRun } from '../check';
import { compare, type Comparison, within } from '../comparison';
import { disclosedSide } from '../facts';
import { plus, type Side } from '../side';

const KINDS = ['货物', '工程', '服务'];

/** Procurement adds up by kind, and 小微 is part of 中小, which is part of all; shares are computed from these, never typed. */
export const procurement: Check = {
  id: 'B26',
  scope: '说明十一',
  formula: '采购总额=货物+工程+服务；小微≤中小≤总额；占比复算',
  tolerance: 'ENV',
  severity: 'error',
  run: ({ account }) => {
    const kinds = KINDS.map((kind) => ofKind(account, kind)).filter((side) => side !== null);
    if (kinds.length === 0) return notRun('没有登记政府采购货物、工程、服务的金额');
    return compare(
      comparisonsOf(account, plus(kinds)),
      '请核对06-其他事项的政府采购金额（须是数字，并写明元或万元）',
      '只登记了采购分项，没有可比的金额',
    );
  },
};

function comparisonsOf(account: Account, kinds: Side): Comparison[] {
  const stated = disclosedSide(account, /^政府采购(支出)?(总额|合计)$/);
  const medium = disclosedSide(account, /^授予中小企业合同金额$/);
  const small = disclosedSide(account, /^授予小微企业合同金额$/);
  const total = stated ?? kinds;
  return [
    ...(stated === null ? [] : [within(stated, kinds)]),
    ...atMost(medium, total),
    ...atMost(small, medium ?? total),
    ...KINDS.flatMap((kind) =>
      atMost(disclosedSide(account, new RegExp(`^${kind}采购授予中小企业金额$`)), ofKind(account, kind)),
    ),
  ];
}

const ofKind = (account: Account, kind: string): Side | null => disclosedSide(account, new RegExp(`^政府采购${kind}$`));

const atMost = (part: Side | null, whole: Side | null): Comparison[] =>
  part === null || whole === null ? [] : [within(part, whole, '≤')];
