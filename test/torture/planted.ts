import { type EventStore, type NewEvent, StoreUnavailable } from '@juesuan/event-store';
import { DatabaseSync } from '@photostructure/sqlite';
import { type Answer, type Step, YEAR } from './steps';

/** Ways to be wrong, put into the system to see that they are found. */
export type PlantedFault =
  | 'loses an acknowledged event'
  | 'records an event twice'
  | 'records another amount'
  | 'records half of a virement'
  | 'records what it refused'
  | 'pays what is not there'
  | 'records what nobody asked for'
  | 'answers a repetition with other events'
  | 'skips an event in the projection'
  | 'changes a balance'
  | 'changes an event of the log';

interface Sabotage {
  /** May put another answer in the place of what the client was told. */
  readonly answer?: (step: Step, answer: Answer) => Promise<Answer | null>;
  /** Once the system was closed. */
  readonly afterwards?: () => void;
}

const isPayment = ({ type }: { readonly type: string }): boolean => type === 'PaymentMade';
const another = (event: NewEvent, digit: string): NewEvent => ({ ...event, id: event.id.replace(/.$/, digit) });

/** Puts something in the place of the first append that has such an event. */
function once(
  store: EventStore,
  type: string,
  instead: (
    append: EventStore['append'],
    ...words: Parameters<EventStore['append']>
  ) => ReturnType<EventStore['append']>,
): Sabotage {
  const append = store.append.bind(store);
  let done = false;
  store.append = async (appends) => {
    if (done || !appends.some(({ events }) => events.some((event) => event.type === type))) return append(appends);
    done = true;
    return instead(append, appends);
  };
  return {};
}

/** Appends the event that a step would have made, past every rule. */
async function smuggle(store: EventStore, step: Step, commandId: string): Promise<Answer | null> {
  if (step.does !== 'order' || step.order.type !== 'MakePayment') return null;
  const stream = `budgetYear-${step.unit}.${YEAR}`;
  let expected = -1;
  for await (const batch of store.readStream(stream)) expected += batch.length;
  const by = { commandId, fingerprint: commandId, actor: 'planted' };
  const id = `00000000-0000-4000-8000-${String(expected).padStart(12, '0')}`;
  const event = { id, type: 'PaymentMade', version: 1, data: step.order.data, metadata: by };
  const { revision } = await store.append([{ stream, expected, events: [event as unknown as NewEvent] }]);
  return { fate: 'ok', revisions: [revision, revision], repeated: false };
}

/** Changes the file as someone with a database tool would. */
const tamper = (db: string, sql: string) => (): void => {
  const file = new DatabaseSync(db, { timeout: 5000 });
  file.enableDefensive(false);
  file.exec(sql);
  file.close();
};

/** Each puts its fault into a running system and answers what is to happen later. */
export const PLANTED: Readonly<Record<PlantedFault, (store: EventStore, db: string) => Sabotage>> = {
  'loses an acknowledged event': (store) =>
    once(store, 'PaymentMade', async (_, [share]) => {
      return { position: '0000000000000001', revision: (share?.expected ?? -1) + 1 };
    }),
  'records an event twice': (store) =>
    once(store, 'PaymentMade', async (append, [share]) => {
      if (!share) throw new Error('nothing to append');
      const appended = await append([share]);
      const events = share.events.map((event) => another(event, event.id.endsWith('0') ? '1' : '0'));
      await append([{ ...share, expected: appended.revision, events }]);
      return appended;
    }),
  'records another amount': (store) =>
    once(store, 'PaymentMade', (append, appends) =>
      append(
        appends.map((share) => ({
          ...share,
          events: share.events.map((event) => ({ ...event, data: { ...event.data, amount: 1 } })),
        })),
      ),
    ),
  'records half of a virement': (store) =>
    once(store, 'BudgetTransferredOut', async (append, appends) => {
      await append(appends.map((share) => ({ ...share, events: share.events.slice(0, 1) })));
      throw new StoreUnavailable('planted');
    }),
  'records what it refused': (store) => {
    let done = false;
    return {
      answer: async (step, answer) => {
        if (!done && answer.fate === 'refused') done = (await smuggle(store, step, step.id)) !== null;
        return null;
      },
    };
  },
  'pays what is not there': (store) => ({
    answer: (step, answer) => (answer.fate === 'refused' ? smuggle(store, step, step.id) : Promise.resolve(null)),
  }),
  'records what nobody asked for': (store) => {
    let done = false;
    return {
      answer: async (step) => {
        if (!done) done = (await smuggle(store, step, 'nobody')) !== null;
        return null;
      },
    };
  },
  'answers a repetition with other events': () => ({
    answer: async (_, answer) => {
      if (answer.fate !== 'ok' || !answer.repeated || answer.revisions === null) return null;
      const [first, last] = answer.revisions;
      return { ...answer, revisions: [first + 1, last + 1] };
    },
  }),
  'skips an event in the projection': (store) => {
    const readAll = store.readAll.bind(store);
    let skipped: string | undefined;
    store.readAll = async function* (...words) {
      for await (const batch of readAll(...words)) {
        skipped ??= batch.find(isPayment)?.position;
        yield batch.filter(({ position }) => position !== skipped);
      }
    };
    return {};
  },
  'changes a balance': (_, db) => ({
    afterwards: tamper(
      db,
      "UPDATE balance SET amount = amount + 1 WHERE id = (SELECT min(id) FROM balance WHERE measure = 'payment')",
    ),
  }),
  'changes an event of the log': (_, db) => ({
    afterwards: tamper(
      db,
      `DROP TRIGGER event_refuses_update;
       UPDATE event SET data = replace(data, '"summary":""', '"summary":"私"')
       WHERE position = (SELECT max(position) FROM event WHERE type = 'PaymentMade')`,
    ),
  }),
};
