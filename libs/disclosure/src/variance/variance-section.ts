import type { Account } from '@juesuan/account';
import { sumFen } from '@juesuan/kernel';
import type { Profile } from '../profile/schema';
import { selfOf } from '../tables/print-table';
import { marked, type Paragraph, readMarks, type Section } from '../text/document';
import { formatAmount } from '../text/format-amount';
import { addressOf } from '../text/sources';
import { fill } from '../text/wording';
import type { ItemReport } from './item-reports';
import { statedRate } from './tolerance';

/** The list of items: the sentence that opens it, then every item's. */
export function varianceSection(account: Account, items: readonly ItemReport[], profile: Profile): Section {
  const paragraphs = items.map(({ code, text, figures }, index) => {
    const number = fill(profile.variance.number, { number: String(index + 1) });
    const moved = figures.map((figure) => ({ ...figure, start: figure.start + number.length }));
    return { key: `variance/${code}`, text: `${number}${text}`, figures: moved };
  });
  return { heading: profile.variance.heading, paragraphs: [summary(account, profile), ...paragraphs] };
}

function summary(account: Account, profile: Profile): Paragraph {
  const original = sumFen(account.items.map((item) => item.original));
  const actual = sumFen(account.items.map((item) => item.actual));
  const rate = statedRate(actual, original, profile);
  const words = profile.variance.summary;
  const wording = rate === null ? words.unbudgeted : actual === original ? words.level : words.budgeted;
  const values = {
    self: selfOf(account, profile),
    year: String(account.year),
    original: marked(formatAmount(original, profile), addressOf({ of: 'overall', figure: 'original' })),
    actual: marked(formatAmount(actual, profile), addressOf({ of: 'cell', table: '05', row: 'total', column: 0 })),
    ...(rate === null ? {} : { rate: marked(rate, addressOf({ of: 'overall', figure: 'rate' })) }),
  };
  return { key: 'variance/summary', ...readMarks(fill(account.items.length === 0 ? words.none : wording, values)) };
}
