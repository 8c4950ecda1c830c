import type { Driver, DriverKind } from '@juesuan/account';
import { KIND_CODES, levelKindOf, varianceKindOf } from './variance-kind';

const driver = (kind: DriverKind, purpose: string | null, fen: number, spending = 'project'): Driver => ({
  kind,
  purpose,
  fen,
  balances: [{ kind: spending } as Driver['balances'][number]],
});

/** 上年结转 that was taken back last year and issued anew, with nothing of it in its words. */
const reissued: Driver = {
  ...driver('carryoverIn', '高层次人才工作经费', 5),
  balances: [{ kind: 'project', measure: 'reissued' } as Driver['balances'][number]],
};

describe('the usual kinds of variance', () => {
  it.each([
    ['P1', driver('supplement', '绩效等人员经费', 5, 'basic'), '2080101', null],
    ['P2', driver('recall', '离退休人员变动', -5, 'basic'), '2080501', null],
    ['P3', driver('supplement', '公积金基数调整', 5, 'basic'), '2210201', null],
    ['P4', driver('supplement', '退休职工去世抚恤金', 5, 'basic'), '2080801', null],
    ['P5', driver('cut', '规范津贴补贴', -5, 'basic'), '2080101', null],
    ['S1', driver('supplement', '中央和省市直达就业补助资金', 5), '2080799', null],
    ['S2', driver('supplement', '博士后资助经费', 5), '2080115', null],
    ['S3', driver('supplement', '年度安排', 5), '2082602', null],
    ['C1', driver('carryoverIn', '高层次人才工作经费', 5), '2080199', null],
    ['C2', driver('carryoverIn', '上年指标重新下达', 5), '2080199', null],
    ['C2', reissued, '2080199', null],
    ['C3', driver('carryoverOut', null, -5), '2080199', null],
    ['C4', driver('unspent', null, -5), '2080199', null],
    ['C4', driver('recall', '资金紧张，未能全额拨付', -5), '2050303', null],
    ['C5', driver('recall', '年末未使用指标收回', -5), '2050303', null],
    ['C5', driver('surplus', null, -5), '2050303', null],
    ['R1', driver('cut', '压减仲裁办案专项', -5), '2080112', null],
    ['R2', driver('cut', '非税收入未完成', -5), '2080102', null],
    ['R3', driver('cut', '工作计划调整', -5), '2080102', null],
    ['R3', driver('recall', '年中未安排此项支出', -5), '2101103', null],
    ['R4', driver('unspent', null, -5), '2080712', '按实际人数发放'],
    ['R5', driver('unspent', null, -5), '2080712', '预算按标准测算，实际执行略低'],
    ['J1', driver('virement', '调剂', 5, 'basic'), '2101102', null],
    ['J1', driver('supplement', '科目调整转入', 5), '2080150', null],
    ['J2', driver('virement', '调剂', -5), '2101102', null],
    ['O1', driver('supplement', '机构改革划入', 5), '2080101', null],
    ['O2', driver('supplement', '统计口径变化', 5), '2080101', null],
    ['Y1', driver('supplement', '城乡居民养老提标', 5), '2080799', null],
    ['Y2', driver('supplement', '第十届职业技能大赛专项经费', 5), '2080799', null],
    ['Y3', driver('cut', '受疫情影响', -5), '2080799', null],
    ['T1', driver('cut', '从严控制公务接待', -5), '2080101', null],
    ['T2', driver('supplement', '公务用车维修', 5), '2080101', null],
  ] as const)('%s', (code, fact, item, reason) => {
    expect(varianceKindOf({ driver: fact, item: { code: item }, reason })).toBe(code);
  });

  it('are 29, the level ones included', () => {
    expect(KIND_CODES).toHaveLength(29);
    expect([levelKindOf('exact'), levelKindOf('nearly')]).toEqual(['E1', 'E2']);
  });
});
