import { axeFindings } from '../support/axe';
import { raise, type Stage } from '../support/browser';

let stage: Stage;
beforeAll(async () => void (stage = await raise('zhuzhou-2023')));
afterAll(() => stage.close());

/** Pages and forms whose own stories do not ask; `sign` is a label or a button that stands there once they are whole. */
it.each([
  ['the adjustments', 'adjustments', '起草调整单'],
  ['the form of an adjustment', 'adjustments?form=draft', '明细 1 金额'],
  ['the payments', 'payments', '查找支付'],
  ['the form of a payment', 'payments?form=payment', '凭证号'],
  ['the import', 'payments?form=import', '试 算'],
])('%s can be used by everybody', async (what, path, sign) => {
  const page = await stage.enter('officer', `经办-${path.replace(/\W/g, '-')}`, ['301001'], `/301001/2023/${path}`);
  await page
    .getByRole('button', { name: sign })
    .or(page.getByLabel(sign, { exact: true }))
    .first()
    .waitFor();
  expect([what, await axeFindings(page)]).toEqual([what, []]);
});

it('signing in can be done by everybody', async () => {
  const page = await stage.enter('officer', '经办甲', ['301001']);
  await page.context().clearCookies();
  await page.reload();
  await page.getByLabel('用户名').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
