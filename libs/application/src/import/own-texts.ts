/** Texts of the unit's own that 07-差异原因 carries beside reasons, by the keys their paragraphs ask for. */
export const OWN_TEXTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    主要职责: 'overview/duties',
    机构设置: 'overview/organisation',
    预算绩效情况: 'overview/performance',
    绩效目标: 'overview/goals',
    政府采购预算情况: 'overview/procurement',
    国有资产信息: 'overview/assets',
    附件: 'overview/annex',
  }),
);

/** How the first column of 07-差异原因 names what an explanation is about: as officers call it, or by its key. */
export function nameInReasons(key: string): string {
  const [text] = [...OWN_TEXTS].find(([, own]) => own === key) ?? [];
  return text ?? (key.startsWith('reason/') ? key.slice('reason/'.length) : key);
}
