import { faultless, notRun } from '@juesuan/account';
import { quoted } from '@juesuan/kernel';
import { textsIn } from '../../sections/published-document';
import { emptyAddresses } from '../../text/quantity';
import { emptyPlaceholders } from '../../variance/reason';
import { isNearlyLevel } from '../../variance/tolerance';
import { pairedItems, type ReadItem } from '../read-items';
import { type TextCheck, type TextEvidence } from '../text-check';

/** Words that would fit any difference. */
const SAYS_NOTHING = /^(?:工作需要|实际需要|根据实际情况|据实列支|预算调整|其他原因|正常增减|据实安排|实际支出)。?$/;
const RISES = /追加|增加|增长|提高|上升|下达|转入|上年结转|新增|增拨|补助|超出|冲减|退还|恢复/;
const FALLS = /减少|追减|压减|扣减|核减|收回|下降|节约|压缩|未|结转下年|结余|推迟|转出|取消|冲减/;

function faultsIn({ direction, reason }: ReadItem): string[] {
  if (reason.trim() === '') return ['没有写原因'];
  if (SAYS_NOTHING.test(reason.trim())) return [`的原因“${reason}”没有说明什么`];
  const [toward, against] = direction === '大于' ? [RISES, FALLS] : [FALLS, RISES];
  return against.test(reason) && !toward.test(reason) ? [`决算数${direction ?? ''}年初预算数，原因说的方向却相反`] : [];
}

/** Figures that recorded reasons quote and that have come to nothing since: 收回0.00万元 explains no difference. */
function emptyFigures({ evidence: { account } }: TextEvidence): Fault[] {
  // A budget prints no reasons of the final account; what it waits for stands in its gaps.
  if (account.isBudget) return [];
  const { reasons, explanations } = account.facts;
  const ofItems = account.items.flatMap((item) =>
    emptyPlaceholders(reasons.get(item.code)?.value ?? '', item).map((written) => ({ of: item.code, written })),
  );
  const ofOthers = [...explanations]
    .filter(([key]) => key.startsWith(REASON))
    .flatMap(([key, { value }]) =>
      emptyAddresses(value, account).map((written) => ({ of: key.slice(REASON.length), written })),
    );
  return [...ofItems, ...ofOthers].map(({ of, written }) => ({
    key: of,
    says: `${quoted(of)}的原因引用的 ${written} 现在是 0.00 万元`,
  }));
}

const REASON = 'reason/';

/** What is wrong with a reason, and the name under which 07-差异原因 has it; null where it stands in a text of its own. */
interface Fault {
  readonly key: string | null;
  readonly says: string;
}

/** Reasons that the text waits for; a mark that no reason of the account fills stands in words that somebody wrote. */
function openReasons({ document, made, profile }: TextEvidence): Fault[] {
  const written = [...document.paragraphs, ...document.tables.flat(2)];
  const open = written.filter((text) => text.includes(profile.comparison.noReason));
  if (open.length === 0) return [];
  const gaps = textsIn(made).flatMap(({ paragraph }) => paragraph.gaps ?? []);
  const keys = new Set(gaps.flatMap(({ key }) => (key?.startsWith(REASON) ? [key.slice(REASON.length)] : [])));
  if (keys.size > 0) return [...keys].map((key) => ({ key, says: `${quoted(key)}的原因待补充` }));
  return open.map((text) => ({ key: null, says: `“${text.slice(0, 16)}…”的原因待补充` }));
}

function adviceFor(faults: readonly Fault[]): string {
  const keys = new Set(faults.flatMap(({ key }) => key ?? []));
  const where = '请在07-差异原因中补充或改写原因';
  return keys.size === 0 ? where : `${where}，各占一行，第一列写：${[...keys].join('、')}`;
}

/** What needs a reason has one that says something and points the same way; a gap that is still to be filled is none. */
export const reasonsGiven: TextCheck = {
  id: 'C15',
  scope: '说明五(三)',
  formula: '需说明原因者必须有原因且方向匹配；原因不得为空泛套话',
  tolerance: 'policy',
  severity: 'warn',
  run: (given) => {
    const pairs = pairedItems(given);
    if (pairs.length === 0 && !given.evidence.account.isBudget) return notRun('文档中没有分项说明');
    const faults: Fault[] = [
      ...pairs
        .filter(({ item }) => !isNearlyLevel(item, given.profile))
        .flatMap(({ read, item, name }) =>
          faultsIn(read).map((fault) => ({ key: item.code, says: `${name}${fault}` })),
        ),
      ...emptyFigures(given),
      ...openReasons(given),
    ];
    return faultless(
      faults.map(({ says }) => says),
      '需要说明的差异都有原因，方向一致',
      adviceFor(faults),
    );
  },
};
