import type { Grid } from '../published/grid';
import { settingOf } from './setting';
import { roomOf } from './typography';

const grid = (rows: number, columns: number, more: Partial<Grid> = {}): Grid => ({
  name: '公开02表',
  widths: [12, 34, ...new Array<number>(columns).fill(13)],
  cells: [],
  rows,
  headerRows: [0, 5],
  landscape: columns > 3,
  onePage: false,
  ...more,
});

describe('the setting of a table', () => {
  it('is large and loose where there is room', () => {
    expect(settingOf(grid(20, 3))).toMatchObject({ page: 'portraitTable', size: 10, row: 17, pages: 1 });
  });

  it('of a list is made smaller where that saves a page, but stays readable', () => {
    const one = settingOf(grid(36, 6));
    expect(one).toMatchObject({ page: 'landscapeTable', pages: 1 });
    expect(one.size).toBeLessThan(10);
    expect(one.size).toBeGreaterThanOrEqual(8.5);
    // Nothing readable would save a page here, so that it is not tried.
    expect(settingOf(grid(44, 6))).toMatchObject({ size: 10, pages: 2 });
  });

  it('of a form that can be read upright is not turned for larger type', () => {
    const form = grid(9, 12, { onePage: true, landscape: false, widths: new Array<number>(12).fill(9) });
    expect(settingOf(form)).toMatchObject({ page: 'portraitTable', size: 8.5, pages: 1 });
  });

  it.each([grid(60, 3, { onePage: true }), grid(45, 12, { onePage: true }), grid(80, 7, { onePage: true })])(
    'of a form keeps it on one page',
    (form) => {
      const { page, row, pages } = settingOf(form);
      expect(pages).toBe(1);
      expect(row * form.rows).toBeLessThan(roomOf(page).height);
    },
  );
});
