import { FINAL_TABLES, tableOf } from '..';
import { sampleYear } from '../../testing/sample-year';
import { placeAt } from './rows';

describe('the place that a table, row and column name', () => {
  it.each([
    ['05', '2080199', 2, { book: 'functional', code: '2080199' }],
    ['05', '208', 0, { book: 'functional', code: '208' }],
    ['05', 'total', 0, { book: null }],
    ['06', '30201', 0, { book: 'economic', code: '30201' }],
    ['06', 'personnel', 0, { book: null }],
    ['01', 'in.grandTotal', 0, { book: null }],
    ['04', 'out.208', 3, { book: 'functional', code: '208' }],
    ['09', 'actual', 5, { book: null }],
    ['Y06', 'total', 0, { book: null }],
  ])('%s/%s/%i', (table, row, column, place) => expect(placeAt(table, row, column)).toEqual(place));

  it.each([
    ['10', 'total', 0],
    ['05', 'total', 3],
    ['05', '20801991', 0],
    ['05', 'in.total', 0],
    ['06', 'total', 0],
    ['01', 'in.grandtotal', 0],
    ['01', 'out.20801', 0],
    ['09', 'out.208', 0],
  ])('is none: %s/%s/%i', (table, row, column) => expect(placeAt(table, row, column)).toBeNull());

  it('is known for every row that a table computes', () => {
    const { account } = sampleYear();
    const rows = FINAL_TABLES.flatMap(({ id }) => tableOf(account, id).rows.map(({ key }) => [id, key] as const));
    expect(rows.filter(([id, key]) => placeAt(id, key, 0) === null)).toEqual([]);
    expect(rows.length).toBeGreaterThan(50);
  });
});
