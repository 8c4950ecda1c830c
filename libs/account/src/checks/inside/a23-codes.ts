import { tableOf } from '../../account';
import type { Check, Evidence } from '../check';
import { faultless } from '../comparison';
import { onFinalAccount } from '../paper';

const BY_CODE = ['02', '03', '05', '07', '08'];

/** Functional rows carry whole codes with their parents, in order, once each, under the code book's own names. */
export const codesInOrder: Check = {
  id: 'A23',
  scope: '02/03/05/07/08表',
  formula: '科目编码3/5/7位，父级必须存在，升序无重复，名称=当年科目库名称（不得截断）',
  tolerance: 'exact',
  severity: 'error',
  run: onFinalAccount((_, evidence) =>
    faultless(
      BY_CODE.flatMap((table) => faultsOf(table, evidence)),
      '02、03、05、07、08表的科目编码完整，父级齐全，升序无重复，名称与当年科目库一致',
      '请核对科目编码，必要时导入当年科目库',
    ),
  ),
};

function faultsOf(table: string, evidence: Evidence): string[] {
  const codes = tableOf(evidence.account, table)
    .rows.map(({ key }) => key)
    .filter((key) => key !== 'total');
  const present = new Set(codes);
  return codes.flatMap((code, index) => {
    if (!/^(\d{3}|\d{5}|\d{7})$/.test(code)) return [`${table}表的“${code}”不是3、5或7位编码`];
    const parent = code.slice(0, -2);
    const previous = codes[index - 1];
    return [
      ...(code.length > 3 && !present.has(parent) ? [`${table}表 ${code} 缺上级 ${parent}`] : []),
      ...(previous !== undefined && previous >= code
        ? [`${table}表 ${code} 排在 ${previous} 之后，次序有误或重复`]
        : []),
      ...misnamed(table, code, evidence),
    ];
  });
}

function misnamed(table: string, code: string, { nameOf, document }: Evidence): string[] {
  const name = nameOf('functional', code);
  if (name === null) return [`${table}表 ${code} 不在当年科目库中`];
  const label = document?.tables.find(({ id }) => id === table)?.labels.get(code);
  return label === undefined || label.trim() === name ? [] : [`${table}表 ${code} 印作“${label}”，科目库为“${name}”`];
}
