import { queryOptions, useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client';
import { useWords, yearKey } from '../../../api/queries';
import { type Place, usePlace } from '../../../frame/place';

type Said = Schemas['SaidDto'];
export type Saying = Schemas['SayingDto'];
export type Of = Schemas['FactDto']['of'] | 'threePublic';

/** Something the document tells beside money movements: asked for, recorded, or both. */
export interface Fact {
  readonly of: Of;
  /** As the service names it. */
  readonly name: string;
  readonly title: string;
  /** The text prints it as 万元. */
  readonly isAmount: boolean;
  /** The document asks for it. */
  readonly asked: boolean;
  readonly said: Said | null;
}

export const factId = ({ of, name }: Pick<Fact, 'of' | 'name'>): string => `${of}/${plain(name)}`;

export const KINDS: Readonly<Record<Of, string>> = {
  disclosure: '其他事项',
  account: '上年决算',
  budget: '上年预算',
  threePublic: '三公经费预算',
};

const THREE_PUBLIC = ['abroad', 'vehiclePurchase', 'vehicleOperation', 'reception'];

/** Colons and brackets of a recorded name may be half or full width; the service takes both for the same. */
const plain = (name: string): string => name.trim().replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':');

const askedQuery = ({ profile }: Place, document: 'budget' | 'final') =>
  queryOptions({
    queryKey: ['facts-asked', profile, document],
    staleTime: Infinity,
    queryFn: async () =>
      (await api.GET('/api/profiles/{profile}/facts', { params: { path: { profile }, query: { document } } })).data ??
      [],
  });

const saidKey = (place: Place, what: string) => [...yearKey(place), what, place.knownAt];
const saidIn = ({ unit, year, knownAt }: Place) => ({ path: { unit, year }, query: { knownAt } });

const disclosuresQuery = (place: Place) =>
  queryOptions({
    queryKey: saidKey(place, 'disclosures'),
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/disclosures', { params: saidIn(place) })).data ?? [],
  });

const priorQuery = (place: Place) =>
  queryOptions({
    queryKey: saidKey(place, 'prior-year'),
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/prior-year', { params: saidIn(place) })).data ?? [],
  });

const threePublicQuery = (place: Place) =>
  queryOptions({
    queryKey: saidKey(place, 'three-public-budget'),
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/three-public-budget', { params: saidIn(place) })).data ?? [],
  });

/** The unit's own texts (主要职责 …) and reworded paragraphs, as they were said. */
export const explanationsQuery = (place: Place) =>
  queryOptions({
    queryKey: saidKey(place, 'explanations'),
    queryFn: async () =>
      (await api.GET('/api/units/{unit}/years/{year}/explanations', { params: saidIn(place) })).data ?? [],
  });

/** All facts of the unit's year: what the document asks for in its order, then what else was recorded. */
export function useFacts(isBudget: boolean): { facts: readonly Fact[] | undefined; error: Error | null } {
  const place = usePlace();
  const word = useWords();
  const [asked, disclosures, prior, threePublic] = useQueries({
    queries: [
      askedQuery(place, isBudget ? 'budget' : 'final'),
      disclosuresQuery(place),
      priorQuery(place),
      threePublicQuery(place),
    ],
  });
  const error = asked.error ?? disclosures.error ?? prior.error ?? threePublic.error;
  if (!asked.data || !disclosures.data || !prior.data || !threePublic.data) return { facts: undefined, error };
  const said = [
    ...disclosures.data.map((one) => ({ of: 'disclosure' as const, said: one })),
    ...prior.data.map((one) => ({ of: one.document, said: one })),
    ...threePublic.data.map((one) => ({ of: 'threePublic' as const, said: one })),
  ];
  const limits = THREE_PUBLIC.map((name) => ({ of: 'threePublic' as const, name, isAmount: true }));
  const titled = [...asked.data, ...limits].map((one) => ({
    ...one,
    title: one.of === 'threePublic' ? word('threePublicKinds', one.name) : one.name,
  }));
  return { facts: factsOf(titled, said), error };
}

type Asked = Pick<Fact, 'of' | 'name' | 'title' | 'isAmount'>;

function factsOf(asked: readonly Asked[], said: readonly { of: Of; said: Said }[]): Fact[] {
  const facts = new Map<string, Fact>(asked.map((one) => [factId(one), { ...one, asked: true, said: null }]));
  for (const { of, said: one } of said) {
    const { name, title, now } = one;
    const before = facts.get(factId({ of, name }));
    const isAmount = before?.isAmount ?? now.amount !== null;
    facts.set(factId({ of, name }), { of, name, title, isAmount, asked: before !== undefined, said: one });
  }
  return [...facts.values()];
}
