import { openAccess } from '@juesuan/access';
import { OFFICER, onEveryDatabase, SECOND } from './stage';

const ADMINISTRATOR = { name: 'chief', displayName: '主任', roles: ['administrator'], units: [] } as const;

onEveryDatabase('users', (stage) => {
  describe('users', () => {
    it('have each a name of their own, a name to be called by and a role', async () => {
      const create = (changes: object) => stage.access.createUser({ ...OFFICER, ...changes }, 'chief');
      await expect(create({ name: 'WANG.FANG' })).rejects.toMatchObject({ code: 'user-exists' });
      await expect(create({ name: 'a b' })).rejects.toMatchObject({ code: 'user-name-malformed' });
      await expect(create({ name: 'li', displayName: ' ' })).rejects.toMatchObject({ code: 'display-name-missing' });
      await expect(create({ name: 'li', roles: [] })).rejects.toMatchObject({ code: 'role-missing' });
      await create({ name: '李雷', roles: ['officer', 'officer', 'reviewer'] });
      expect(await stage.access.users()).toMatchObject([
        { name: 'wang.fang' },
        { name: '李雷', roles: ['officer', 'reviewer'] },
      ]);
    });

    it('are changed field by field, and what ended with it ends', async () => {
      const session = await stage.access.signIn('wang.fang', stage.password);
      const changed = await stage.access.changeUser('wang.fang', { roles: ['reviewer'] }, 'chief');
      expect(changed).toMatchObject({ ...OFFICER, roles: ['reviewer'], generation: session.user.generation + 1 });
      const next = await stage.access.refresh(session.refreshToken);
      expect(next.user.roles).toEqual(['reviewer']);
      await stage.access.changeUser('wang.fang', { disabled: true }, 'chief');
      expect(await stage.access.generation('wang.fang', next.family)).toBeNull();
      await expect(stage.access.refresh(next.refreshToken)).rejects.toMatchObject({ code: 'session-expired' });
      await expect(stage.access.changeUser('nobody', {}, 'chief')).rejects.toMatchObject({ code: 'user-unknown' });
    });

    it('are never left without an administrator', async () => {
      await stage.access.createUser(ADMINISTRATOR, 'system');
      const last = { code: 'last-administrator' };
      await expect(stage.access.changeUser('chief', { disabled: true }, 'chief')).rejects.toMatchObject(last);
      await expect(stage.access.changeUser('chief', { roles: ['officer'] }, 'chief')).rejects.toMatchObject(last);
      await stage.access.createUser({ ...ADMINISTRATOR, name: 'deputy' }, 'chief');
      await stage.access.changeUser('chief', { disabled: true }, 'deputy');
    });

    it('are never left without an administrator by two who disable each other at once', async () => {
      for (const name of ['chief', 'deputy']) await stage.access.createUser({ ...ADMINISTRATOR, name }, 'system');
      const other = await openAccess(stage.location, () => stage.now);
      const both = await Promise.allSettled([
        stage.access.changeUser('chief', { disabled: true }, 'deputy'),
        other.changeUser('deputy', { roles: ['officer'] }, 'chief'),
      ]);
      await other.close();
      const refusals = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      expect(refusals).toEqual([expect.objectContaining({ code: 'last-administrator' })]);
    });

    it('lose no change when two administrators change one at once', async () => {
      await Promise.all([
        stage.access.changeUser('wang.fang', { units: ['600'] }, 'chief'),
        stage.access.changeUser('wang.fang', { displayName: '王芳芳' }, 'deputy'),
      ]);
      expect(await stage.access.user('wang.fang')).toMatchObject({ units: ['600'], displayName: '王芳芳' });
    });
  });

  describe('the log', () => {
    it('holds who changed what about whom, newest first, and refuses change and removal', async () => {
      for (const change of [
        () => stage.access.changeUser('wang.fang', { units: ['600'] }, 'chief'),
        () => stage.access.resetPassword('wang.fang', 'deputy'),
        () => stage.access.signOutEverywhere('wang.fang'),
      ]) {
        stage.pass(SECOND);
        await change();
      }
      expect(await stage.access.log(10)).toMatchObject([
        { by: 'wang.fang', action: 'signed-out-everywhere', whom: 'wang.fang', at: stage.now },
        { by: 'deputy', action: 'password-reset', whom: 'wang.fang' },
        { by: 'chief', action: 'user-changed', detail: { fields: ['units'], units: ['600'] } },
        { by: 'chief', action: 'user-created', detail: { roles: ['officer'], units: ['500001'] } },
      ]);
      for (const attack of [`update access_log set "by" = 'x'`, 'delete from access_log']) {
        await expect(stage.home.ask(stage.location, attack)).rejects.toThrow(/only added to/);
      }
      expect(await stage.access.log(10)).toHaveLength(4);
    });

    it('holds nothing of a change that was refused', async () => {
      await stage.access.createUser(OFFICER, 'chief').catch(() => undefined);
      await stage.access.changeUser('wang.fang', { roles: [] }, 'chief').catch(() => undefined);
      expect(await stage.access.log(10)).toHaveLength(1);
    });
  });

  describe('the first start', () => {
    it('makes an administrator once, who must change her password', async () => {
      const made = await stage.access.ensureFirstAdministrator();
      const { user } = await stage.access.signIn(made?.name ?? '', made?.password ?? '');
      expect(user).toMatchObject({ name: 'admin', roles: ['administrator'], mustChangePassword: true });
      expect(await stage.access.ensureFirstAdministrator()).toBeNull();
    });

    it('makes one administrator where two processes start at once', async () => {
      const other = await openAccess(stage.location, () => stage.now);
      const made = await Promise.all([stage.access.ensureFirstAdministrator(), other.ensureFirstAdministrator()]);
      expect(made.filter((each) => each !== null)).toHaveLength(1);
      await other.close();
    });

    it('makes a user of each role for the example department, once', async () => {
      const made = await stage.access.ensureDemoUsers(['500']);
      expect(made.map(({ name }) => name)).toEqual(['经办', '审核', '监督', '管理']);
      for (const each of made) {
        expect((await stage.access.signIn(each.name, each.password)).user).toMatchObject({
          units: ['500'],
          mustChangePassword: false,
        });
      }
      expect(await stage.access.ensureDemoUsers(['500'])).toEqual([]);
    });
  });

  it('is the same for every process that opens it at once', async () => {
    const fresh = await stage.home.fresh();
    const both = await Promise.all([openAccess(fresh), openAccess(fresh)]);
    const [key, same] = await Promise.all(both.map((each) => each.signingKey()));
    expect(key).toHaveLength(43);
    expect(same).toBe(key);
    await both[0].createUser(OFFICER, 'chief');
    expect(await both[1].users()).toHaveLength(1);
    await Promise.all(both.map((each) => each.close()));
  });
});
