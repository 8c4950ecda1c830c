import { openAccess } from '@juesuan/access';
import type { RuleViolation } from '@juesuan/kernel';
import { GOOD_PASSWORD, HOUR, MINUTE, OFFICER, onEveryDatabase, SECOND, DAY } from './stage';

onEveryDatabase('signing in', (stage) => {
  describe('signing in', () => {
    it('lets a user in with her password, however her name is typed, and remembers when', async () => {
      const { user, refreshToken } = await stage.access.signIn(' Ｗang.FANG ', stage.password);
      expect(user).toMatchObject({ ...OFFICER, mustChangePassword: true, disabled: false });
      expect(Buffer.from(refreshToken, 'base64url')).toHaveLength(32);
      expect((await stage.access.user('wang.fang')).lastSignIn).toBe(stage.now);
    });

    it('gives the same answers for a wrong password and for nobody, locked or not', async () => {
      const answers = async (name: string) => {
        const said: unknown[] = [];
        for (let attempt = 0; attempt < 7; attempt++) {
          await stage
            .guess(name)
            .catch(({ code, message, facts }: RuleViolation) => said.push({ code, message, facts }));
        }
        return said;
      };
      const known = await answers('wang.fang');
      expect(known).toMatchObject([
        ...Array(5).fill({ code: 'sign-in-failed' }),
        ...Array(2).fill({ code: 'locked-out' }),
      ]);
      expect(await answers('nobody')).toEqual(known);
    });

    it.each(['', ' ', 'li\u0000', '\ud800x', "li'; drop table access_user; --", 'x'.repeat(1000)])(
      'knows nobody of the name %j',
      async (name) => {
        await expect(stage.guess(name)).rejects.toMatchObject({ code: 'sign-in-failed' });
        await expect(stage.access.user(name)).rejects.toMatchObject({ code: 'user-unknown' });
      },
    );

    it('takes as long for nobody as for a wrong password', async () => {
      const timed = async (name: string): Promise<number> => {
        const begun = process.hrtime.bigint();
        await stage.guess(name).catch(() => undefined);
        return Number(process.hrtime.bigint() - begun);
      };
      const middle = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
      const [known, unknown]: [number[], number[]] = [[], []];
      await timed('nobody');
      for (let round = 0; round < 9; round++) {
        stage.pass(2 * DAY);
        known.push(await timed('wang.fang'));
        unknown.push(await timed('nobody'));
      }
      expect(middle(unknown) / middle(known)).toBeGreaterThan(0.4);
      expect(middle(unknown) / middle(known)).toBeLessThan(2.5);
    });

    it('locks for a minute after the fifth failure and twice as long after each more; a right password forgets them', async () => {
      for (let attempt = 0; attempt < 5; attempt++)
        await expect(stage.guess()).rejects.toMatchObject({ code: 'sign-in-failed' });
      expect((await stage.access.user('wang.fang')).lockedUntil).toBe(stage.now + MINUTE);
      await expect(stage.access.signIn('wang.fang', stage.password)).rejects.toMatchObject({
        code: 'locked-out',
        facts: { seconds: 60 },
      });
      stage.pass(MINUTE);
      await expect(stage.guess()).rejects.toMatchObject({ code: 'sign-in-failed' });
      stage.pass(MINUTE);
      await expect(stage.access.signIn('wang.fang', stage.password)).rejects.toMatchObject({ facts: { seconds: 60 } });
      stage.pass(MINUTE);
      await stage.access.signIn('wang.fang', stage.password);
      await expect(stage.guess()).rejects.toMatchObject({ code: 'sign-in-failed' });
      expect((await stage.access.user('wang.fang')).lockedUntil).toBeNull();
    });

    it('gives a hundred guesses at once no more tries than one after another', async () => {
      const codes = await Promise.all(
        Array.from({ length: 100 }, () => stage.guess().then(String, ({ code }: { code: string }) => code)),
      );
      expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(5);
      expect(codes.filter((code) => code === 'locked-out')).toHaveLength(95);
    });

    it('tells a disabled user so only when she knows her password', async () => {
      await stage.access.changeUser('wang.fang', { disabled: true }, 'chief');
      await expect(stage.guess()).rejects.toMatchObject({ code: 'sign-in-failed' });
      await expect(stage.access.signIn('wang.fang', stage.password)).rejects.toMatchObject({ code: 'user-disabled' });
      await expect(stage.access.signInTrusted('wang.fang')).rejects.toMatchObject({ code: 'user-disabled' });
    });

    it('takes another service’s word, and then the one-time password is good no more', async () => {
      const { user } = await stage.access.signInTrusted('Wang.Fang');
      expect(user).toMatchObject({ name: 'wang.fang', mustChangePassword: false });
      await expect(stage.access.signIn('wang.fang', stage.password)).rejects.toMatchObject({ code: 'sign-in-failed' });
      await expect(stage.access.signInTrusted('nobody')).rejects.toMatchObject({ code: 'user-unknown' });
    });
  });

  describe('a session', () => {
    const expired = { code: 'session-expired' };

    it('goes on with the next token', async () => {
      const first = await stage.access.signIn('wang.fang', stage.password);
      stage.pass(HOUR);
      const second = await stage.access.refresh(first.refreshToken);
      expect(second).toMatchObject({ family: first.family, user: { name: 'wang.fang' } });
      expect(second.refreshToken).not.toBe(first.refreshToken);
      stage.pass(HOUR);
      await stage.access.refresh(second.refreshToken);
      await expect(stage.access.refresh('something')).rejects.toMatchObject(expired);
    });

    it('lets two pages of one browser send the same token at once', async () => {
      const { refreshToken } = await stage.access.signIn('wang.fang', stage.password);
      const both = await Promise.all([stage.access.refresh(refreshToken), stage.access.refresh(refreshToken)]);
      stage.pass(9 * SECOND);
      await stage.access.refresh(refreshToken);
      for (const each of both) await stage.access.refresh(each.refreshToken);
    });

    it('ends with all its tokens when one comes back after its turn, and the log says so', async () => {
      const stolen = await stage.access.signIn('wang.fang', stage.password);
      const other = await stage.access.signIn('wang.fang', stage.password);
      const hers = await stage.access.refresh(stolen.refreshToken);
      stage.pass(11 * SECOND);
      await expect(stage.access.refresh(stolen.refreshToken)).rejects.toMatchObject(expired);
      await expect(stage.access.refresh(hers.refreshToken)).rejects.toMatchObject(expired);
      await stage.access.refresh(other.refreshToken);
      expect((await stage.access.log(1))[0]).toMatchObject({ action: 'token-reused', whom: 'wang.fang' });
    });

    it('ends after twelve idle hours, and after a week however busy', async () => {
      const idle = await stage.access.signIn('wang.fang', stage.password);
      stage.pass(12 * HOUR + 1);
      await expect(stage.access.refresh(idle.refreshToken)).rejects.toMatchObject(expired);
      let busy = await stage.access.signIn('wang.fang', stage.password);
      for (let hours = 0; hours < 7 * 24; hours += 12) {
        stage.pass(12 * HOUR);
        busy = await stage.access.refresh(busy.refreshToken);
      }
      stage.pass(1);
      await expect(stage.access.refresh(busy.refreshToken)).rejects.toMatchObject(expired);
    });

    it('ends here or everywhere', async () => {
      const [one, two, three] = [
        await stage.access.signIn('wang.fang', stage.password),
        await stage.access.signIn('wang.fang', stage.password),
        await stage.access.signIn('wang.fang', stage.password),
      ];
      await stage.access.signOut(one.family);
      await expect(stage.access.refresh(one.refreshToken)).rejects.toMatchObject(expired);
      await stage.access.refresh(two.refreshToken);
      await stage.access.signOutEverywhere('wang.fang');
      await expect(stage.access.refresh(three.refreshToken)).rejects.toMatchObject(expired);
    });

    it('takes its access tokens with it at once, and within two seconds where another process ends it', async () => {
      const [here, elsewhere, copied] = [
        await stage.access.signIn('wang.fang', stage.password),
        await stage.access.signIn('wang.fang', stage.password),
        await stage.access.signIn('wang.fang', stage.password),
      ];
      const standing = () =>
        Promise.all([here, elsewhere, copied].map(({ family }) => stage.access.generation('wang.fang', family)));
      const good = here.user.generation;
      expect(await standing()).toEqual([good, good, good]);
      await stage.access.signOut(here.family);
      expect(await standing()).toEqual([null, good, good]);
      const otherProcess = await openAccess(stage.location, () => stage.now);
      await otherProcess.signOut(elsewhere.family);
      await otherProcess.close();
      stage.pass(2 * SECOND);
      expect(await standing()).toEqual([null, null, good]);
      await stage.access.refresh(copied.refreshToken);
      stage.pass(11 * SECOND);
      expect(await standing()).toEqual([null, null, good]);
      await expect(stage.access.refresh(copied.refreshToken)).rejects.toMatchObject(expired);
      expect(await standing()).toEqual([null, null, null]);
    });

    it('keeps neither tokens nor passwords readable', async () => {
      const { refreshToken } = await stage.access.signIn('wang.fang', stage.password);
      const kept = JSON.stringify([
        await stage.home.ask(stage.location, 'select * from access_session'),
        await stage.home.ask(stage.location, 'select * from access_user'),
        await stage.home.ask(stage.location, 'select * from access_log'),
      ]);
      expect(kept).toContain('wang.fang');
      expect(kept).not.toContain(refreshToken);
      expect(kept).not.toContain(stage.password);
    });
  });

  describe('a password', () => {
    it('is changed by its user, who is signed out everywhere but here', async () => {
      const other = await stage.access.signIn('wang.fang', stage.password);
      const here = await stage.access.changePassword('wang.fang', stage.password, GOOD_PASSWORD);
      expect(here.user.mustChangePassword).toBe(false);
      expect(await stage.access.generation('wang.fang', here.family)).toBe(here.user.generation);
      expect(await stage.access.generation('wang.fang', other.family)).toBeNull();
      await expect(stage.access.refresh(other.refreshToken)).rejects.toMatchObject({ code: 'session-expired' });
      await stage.access.refresh(here.refreshToken);
      await expect(stage.access.signIn('wang.fang', stage.password)).rejects.toMatchObject({ code: 'sign-in-failed' });
      await stage.access.signIn('wang.fang', GOOD_PASSWORD);
    });

    it('is not changed by who does not know it, nor to a weak one, nor to itself', async () => {
      const change = (current: string, next: string) => stage.access.changePassword('wang.fang', current, next);
      await expect(change('wrong', GOOD_PASSWORD)).rejects.toMatchObject({ code: 'wrong-password' });
      await expect(change(stage.password, 'wang.fang-1')).rejects.toMatchObject({ code: 'password-weak' });
      await expect(change(stage.password, stage.password)).rejects.toMatchObject({ code: 'password-unchanged' });
      for (let attempt = 0; attempt < 2; attempt++) await change('wrong', GOOD_PASSWORD).catch(() => undefined);
      await expect(change(stage.password, GOOD_PASSWORD)).rejects.toMatchObject({ code: 'locked-out' });
    });

    it('is reset by an administrator to a one-time one; the lock ends', async () => {
      const { refreshToken } = await stage.access.signIn('wang.fang', stage.password);
      for (let attempt = 0; attempt < 5; attempt++) await stage.guess().catch(() => undefined);
      const oneTime = await stage.access.resetPassword('wang.fang', 'chief');
      await expect(stage.access.refresh(refreshToken)).rejects.toMatchObject({ code: 'session-expired' });
      expect((await stage.access.signIn('wang.fang', oneTime)).user.mustChangePassword).toBe(true);
      await expect(stage.access.resetPassword('nobody', 'chief')).rejects.toMatchObject({ code: 'user-unknown' });
    });
  });
});
