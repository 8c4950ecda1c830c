import { quoted } from './quoted';

it.each([
  ['公务接待费', '“公务接待费”'],
  ['“三公”经费预算', '“‘三公’经费预算”'],
])('quotes %s as %s', (words, says) => expect(quoted(words)).toBe(says));
