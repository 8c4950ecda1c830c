import { folderOf, SMALL_YEAR } from '../support/import-folder';
import { withDataFile } from '../support/command-line';

const YEAR = ['--year', '2023'];
const SUM = '合计：01-年初预算 6 行：登记 2,140,000.00 元（214.00 万元）\n';

it('tries an import with --trial: the sums and what would be recorded, and nothing is', async () => {
  await withDataFile(async (type) => {
    const trial = await type('import', folderOf(SMALL_YEAR), ...YEAR, '--trial');
    expect(trial.status).toBe(0);
    expect(trial.text).toContain(SUM);
    const [, promised] = /试算通过，什么都没有记录。正式导入将记录 (\d+) 项，/.exec(trial.text) ?? [];
    const imported = await type('import', folderOf(SMALL_YEAR), ...YEAR);
    expect(imported.text).toContain(SUM);
    expect(imported.text).toContain(`新记录 ${promised} 项，涉及`);
  });
});
