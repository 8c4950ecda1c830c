import { staleness } from './stale';

const UP = '总计100万元，与上年相比，增加10万元，增长11.11%，主要是因为基金收入减少。';
const DOWN = '总计100万元，与上年相比，减少10万元，减少9.09%，主要是因为财政拨款收入增加。';
const LEVEL = '总计100万元，与上年相比，持平。';

it.each([
  ['总计增加10万元。', UP],
  ['总计增长11.11%，主要是因为基金收入减少。', UP],
  ['总计减少10万元，下降9.09%。', DOWN],
  ['由于业务增加，总计减少10万元。', DOWN],
  ['总计100万元。', DOWN],
])('says what today’s figures say: %s', (own, today) => {
  expect(staleness(own, today)).toBeNull();
});

it.each([
  ['总计增加10万元，增长11.11%。', DOWN, '文字写的是“增加”，现在的数字是“减少”，请核对后改写。'],
  ['总计下降9.09%。', UP, '文字写的是“下降”，现在的数字是“增加”，请核对后改写。'],
  ['总计增加10万元，主要是因为财政拨款收入增加。', LEVEL, '文字写的是“增加”，现在的数字是“持平”，请核对后改写。'],
])('says the opposite, whatever direction the reason has: %s', (own, today, stale) => {
  expect(staleness(own, today)).toBe(stale);
});
