import { openAccess } from '@juesuan/access';
import { DAY, HOUR, MINUTE, onEveryDatabase, SECOND } from './stage';

const YEARS = 2 * 365 * DAY;
const expired = { code: 'session-expired' };

onEveryDatabase('when the clock is set', (stage) => {
  it('a lock of a clock that ran ahead ends with it, and one that is in force stays', async () => {
    stage.pass(YEARS);
    for (let attempt = 0; attempt < 5; attempt++) await expect(stage.guess()).rejects.toThrow();
    stage.pass(-SECOND);
    await expect(stage.guess()).rejects.toMatchObject({ code: 'locked-out', facts: { seconds: 61 } });
    stage.pass(-YEARS);
    expect((await stage.access.user('wang.fang')).lockedUntil).toBeNull();
    await stage.access.signIn('wang.fang', stage.password);
  });

  it('a session that begins ahead does not outlast its week', async () => {
    stage.pass(YEARS);
    const { refreshToken, family } = await stage.access.signIn('wang.fang', stage.password);
    stage.pass(-YEARS);
    await expect(stage.access.refresh(refreshToken)).rejects.toMatchObject(expired);
    await stage.access.signIn('wang.fang', stage.password);
    stage.pass(2 * SECOND);
    expect(await stage.access.generation('wang.fang', family)).toBeNull();
  });

  it('a token that comes back after its turn is a copy also before it', async () => {
    const { refreshToken } = await stage.access.signIn('wang.fang', stage.password);
    await stage.access.refresh(refreshToken);
    stage.pass(-HOUR);
    await expect(stage.access.refresh(refreshToken)).rejects.toMatchObject(expired);
  });

  it('a session goes on over a change of minutes', async () => {
    const { refreshToken } = await stage.access.signIn('wang.fang', stage.password);
    stage.pass(-10 * MINUTE);
    await stage.access.refresh(refreshToken);
  });

  it('what another process ended is known nevertheless', async () => {
    const { family } = await stage.access.signIn('wang.fang', stage.password);
    expect(await stage.access.generation('wang.fang', family)).not.toBeNull();
    const otherProcess = await openAccess(stage.location, () => stage.now);
    await otherProcess.signOut(family);
    await otherProcess.close();
    stage.pass(-DAY);
    expect(await stage.access.generation('wang.fang', family)).toBeNull();
  });
});
