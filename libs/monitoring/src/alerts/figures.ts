import type { Fen } from '@juesuan/kernel';

/** The figures that alerts state, in words: a rule can name no other, so that nobody reads a figure without its word. */
export const ALERT_FIGURES = {
  final: '全年预算数',
  budget: '“三公”全年预算数',
  paid: '已支付',
  late: '其中11月以来支付',
  others: '其中“其他”经济科目支付',
  last: '上年全年支付',
  carried: '上年结转',
  left: '上年结转未用完',
  out: '调剂转出合计',
  into: '调剂转入合计',
} as const;
export type AlertFigure = keyof typeof ALERT_FIGURES;

/** Figures by their names, in 分. */
export type AlertFigures = Readonly<Partial<Record<AlertFigure, Fen>>>;

/** The figures that are stated, each with its word, in the order of the words. */
export const toldFigures = (figures: AlertFigures): { name: AlertFigure; title: string; fen: Fen }[] =>
  (Object.keys(ALERT_FIGURES) as AlertFigure[]).flatMap((name) => {
    const fen = figures[name];
    return fen === undefined ? [] : [{ name, title: ALERT_FIGURES[name], fen }];
  });
