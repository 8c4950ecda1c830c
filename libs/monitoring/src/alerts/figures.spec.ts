import { ALERT_FIGURES, toldFigures } from './figures';

it('every figure of an alert has a Chinese word of its own', () => {
  const words = Object.values(ALERT_FIGURES);
  for (const word of words) expect(word).not.toMatch(/[a-z]/i);
  expect(new Set(words).size).toBe(words.length);
});

it('figures are told with their words, nought as well, and nothing that a rule does not state', () => {
  expect(toldFigures({ last: 0, paid: 100_01 })).toEqual([
    { name: 'paid', title: '已支付', fen: 100_01 },
    { name: 'last', title: '上年全年支付', fen: 0 },
  ]);
});
