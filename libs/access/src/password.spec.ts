import { checkPassword, hashPassword, isPassword, randomPassword } from './password';

const refusal = (password: string, name = 'wang.fang'): string | null => {
  try {
    checkPassword(password, name);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ code: 'password-weak' });
    return (error as Error).message;
  }
};

it.each([
  ['短密码', 'k7mq-x2fd', '10 个字符'],
  ['她的名字', 'wang.fang2023', '用户名'],
  ['换了大小写的名字', 'Wang.Fang2023', '用户名'],
  ['用全角写的名字', 'ｗａｎｇ．ｆａｎｇ２０２３', '用户名'],
  ['一个字符', '1111111111', '重复'],
  ['数字顺序', '1234567890', '太常见'],
  ['数字倒序', '9876543210', '太常见'],
  ['字母顺序', 'abcdefghijkl', '太常见'],
  ['常见词加数字', 'password123456', '太常见'],
  ['换了大小写的常见词', 'QwertyUIOP', '太常见'],
  ['键盘顺序', '1qaz2wsx3edc', '太常见'],
])('%s不能作密码：%s', (_what, password, says) => {
  expect(refusal(password)).toContain(says);
});

it.each(['k7mq-x2fd-9hwp', '春天的部门决算做得真好', 'correct horse battery'])(
  'takes a long password: %s',
  (password) => {
    expect(refusal(password)).toBeNull();
  },
);

it('does not refuse a password because a two-letter name is in it', () => {
  expect(refusal('limestone-quarry', 'li')).toBeNull();
});

it('knows a password again, typed with another input method too, and no other', async () => {
  const stored = await hashPassword('abc１２３-春天来了');
  expect(stored).toMatch(/^\$argon2id\$/);
  expect(await isPassword('abc123-春天来了', stored)).toBe(true);
  expect(await isPassword('abc124-春天来了', stored)).toBe(false);
});

it('makes passwords that are good ones and never the same', () => {
  const made = Array.from({ length: 200 }, randomPassword);
  expect(new Set(made).size).toBe(200);
  expect(made.map((password) => refusal(password))).toEqual(made.map(() => null));
});
