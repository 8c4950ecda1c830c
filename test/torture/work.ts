import { setTimeout as pause } from 'node:timers/promises';
import { EVENT_STORE } from '@juesuan/application';
import type { EventStore } from '@juesuan/event-store';
import { startApplication, type TestApplication } from '../support/application';
import { carryOut } from './carry-out';
import { emptyLog, Hardship } from './hardship';
import type { Plan, Said } from './plan';
import { PLANTED } from './planted';

/** Does what a plan says with the whole system, telling each step before it is asked for and each answer when it came. */
export async function work(plan: Plan, say: (said: Said) => void): Promise<void> {
  if (plan.kill?.at === 'byte' || plan.noRoom) emptyLog(plan.db);
  const application = await begun(plan);
  const hardship = new Hardship(plan);
  const store = application.app.get<EventStore>(EVENT_STORE);
  hardship.watch(store);
  const planted = plan.planted === null ? undefined : PLANTED[plan.planted](store, plan.db);
  const client = async (steps: Plan['clients'][number], number: number): Promise<void> => {
    for (const [index, step] of steps.entries()) {
      hardship.beforeStep();
      say({ says: 'sent', client: number, step: index });
      const told = await carryOut(application, plan.scratch, step);
      const answer = (await planted?.answer?.(step, told)) ?? told;
      say({ says: 'answered', client: number, step: index, answer });
      hardship.afterAnswer();
    }
  };
  await Promise.all(plan.clients.map(client));
  hardship.end();
  await application.close();
  planted?.afterwards?.();
}

const BEGINNINGS = 100;
const PAUSE_MS = 50;

/** As whoever keeps services running would: one that cannot reach its server as it begins is begun again, though not for ever. */
async function begun({ db, stores }: Plan): Promise<TestApplication> {
  for (let beginning = 1; ; beginning++) {
    try {
      return await startApplication(db, stores);
    } catch (error) {
      if (stores.DATABASE_URL === undefined || beginning === BEGINNINGS) throw error;
      await pause(PAUSE_MS);
    }
  }
}
