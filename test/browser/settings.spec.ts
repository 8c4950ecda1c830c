import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

const SETTINGS = '/301/2023/settings';

it('lets an administrator make a user, who signs in once with what was shown and must choose her own password', async () => {
  const page = await stage.enter('administrator', '管理甲', [], SETTINGS);
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog', { name: '新建用户' });
  await form.getByLabel('用户名').fill('新经办');
  await form.getByLabel('姓名').fill('李新');
  await form.getByLabel('单位').fill('301002');
  await form.getByLabel('单位').press('Enter');
  await form.getByLabel('姓名').click();
  await form.getByRole('button', { name: /新\s*建/ }).click();
  const shown = page.getByRole('dialog', { name: '新经办 的一次性密码' });
  const password = (await shown.locator('code').textContent()) ?? '';
  await shown.getByRole('button', { name: '已经记下' }).click();
  expect(await page.getByRole('row').filter({ hasText: '新经办' }).textContent()).toMatch(
    /李新.*经办.*301002.*须修改密码/,
  );

  const own = await page.context().browser()?.newContext({ locale: 'zh-CN' });
  const hers = await own?.newPage();
  if (!own || !hers) throw new Error('no browser');
  await hers.goto(`${stage.service.url}/301002/2023/lines`);
  await hers.getByLabel('用户名').fill('新经办');
  await hers.getByLabel('密码', { exact: true }).fill(password);
  await hers.keyboard.press('Enter');
  await hers.getByRole('heading', { name: '请设置自己的密码' }).waitFor();
  await hers.getByLabel('一次性密码').fill(password);
  await hers.getByLabel('新密码（至少 10 个字）').fill('my-own-words-2023');
  await hers.getByLabel('再输入一次').fill('my-own-words-2023');
  await hers.getByRole('button', { name: '保存并继续' }).click();
  await hers.getByRole('heading', { name: '指标' }).waitFor();
  await own.close();

  await page.getByRole('tab', { name: '用户日志' }).click();
  const entry = page.getByRole('row').filter({ hasText: '新建用户' }).filter({ hasText: '新经办' });
  expect(await entry.textContent()).toMatch(/管理甲.*经办；301002/);
  await page.getByRole('row').filter({ hasText: '修改密码' }).filter({ hasText: '新经办' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('lets an administrator open the year for a unit that was not there', async () => {
  const page = await stage.enter('administrator', '管理乙', [], `${SETTINGS}?tab=units`);
  await page.getByRole('button', { name: '为单位开启 2023 年度' }).click();
  const form = page.getByRole('dialog', { name: '为单位开启 2023 年度' });
  await form.getByLabel('单位编码').fill('301009');
  await form.getByLabel('单位名称').fill('株洲市人才研究院');
  await form.getByLabel('上级单位').click();
  await page.getByTitle('301 株洲市人力资源和社会保障局', { exact: true }).last().click();
  await form.getByRole('button', { name: /开\s*启/ }).click();
  await page.getByRole('row').filter({ hasText: '301009' }).filter({ hasText: '株洲市人才研究院' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

it('rebuilds what is computed and says what came of it', async () => {
  const page = await stage.enter('administrator', '管理丙', [], `${SETTINGS}?tab=maintenance`);
  await page.getByRole('button', { name: '开始重建' }).click();
  await page.getByRole('button', { name: /确\s*定/ }).click();
  await page.getByText(/^已由 \d+ 项事件重建，与原有余额一致。$/).waitFor();
});

it('shows an officer her own account and nothing to administer', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001'], SETTINGS);
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  expect(await page.getByRole('tab').allTextContents()).toEqual(['我的账号', '预警', '科目编码']);
  expect(await axeFindings(page)).toEqual([]);
});

it('lets an administrator set how the department is watched, and its units read who set it', async () => {
  const page = await stage.enter('administrator', '管理丁', [], `${SETTINGS}?tab=alerts`);
  await page.getByText('没有规定过，用的是通行值。').waitFor();
  const reply = page.getByLabel('执行率落后序时进度多少个百分点时须书面答复');
  const save = page.getByRole('button', { name: '保存预警设置' });
  await reply.fill('5');
  await save.click();
  await page.getByRole('alert').getByText('须书面答复的落后幅度不能小于预警的落后幅度。').waitFor();
  await page.reload();
  expect(await reply.inputValue()).toBe('5');
  await reply.fill('');
  await save.click();
  await page.getByText('请填 1–100 的整数').waitFor();

  await reply.fill('35');
  await page.getByRole('switch', { name: '启用：年底集中支付' }).click();
  await page.getByLabel('6月末目标进度（%）', { exact: true }).fill('40');
  await save.click();
  await page.getByText(/管理丁 于 .* 规定/).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  const reader = await stage.enter('officer', '经办乙', ['301001'], '/301001/2023/settings?tab=alerts');
  await reader.getByText('由部门 301 统一规定。').waitFor();
  const row = (title: string) => reader.getByRole('row').filter({ hasText: title }).textContent();
  expect(await row('执行慢于序时进度')).toMatch(/启用.*落后序时进度35个百分点时须书面答复/);
  expect(await row('年底集中支付')).toContain('停用');
  expect(await reader.getByRole('region', { name: '目标进度' }).textContent()).toContain('6月40%');
  expect(await reader.getByRole('button', { name: '保存预警设置' }).count()).toBe(0);
  expect(await axeFindings(reader)).toEqual([]);
});

it('does not overwrite how a colleague set the watching meanwhile', async () => {
  const page = await stage.enter('administrator', '管理戊', [], `${SETTINGS}?tab=alerts`);
  const used = page.getByLabel('指标支付超过全年预算数多少% 时预警');
  await used.fill('85');
  const colleague = await stage.enter('administrator', '管理己', [], `${SETTINGS}?tab=alerts`);
  await colleague.getByRole('switch', { name: '启用：指标将要用完' }).click();
  await colleague.getByRole('button', { name: '保存预警设置' }).click();
  await page.getByText(/管理己 于 .* 规定/).waitFor();
  await page.getByRole('button', { name: '保存预警设置' }).click();
  await page.getByRole('button', { name: '已看过最新情况，仍要提交' }).waitFor();
  expect(await used.inputValue()).toBe('85');
});
