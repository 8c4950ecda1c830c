import { Liquid } from 'liquidjs';
import { FILTERS } from '../sections/engine';
import { FACT_NAMES } from '../sections/facts';
import { sourceAt } from '../text/sources';
import type { ChartWords, Profile } from './schema';

/** Reads templates only: the filters belong to an account, and are checked by name here. */
const engine = new Liquid({ strictFilters: false });

const KNOWN: readonly string[] = FILTERS;
const FILTER = /\|\s*(\w+)/g;
const ADDRESS =
  /'((?:table|prior|disclosures?|paid|agency|item|overall):[^']*|(?:sum|share|difference|change)\([^']*)'/g;

/** What is wrong with the sections' templates: no template at all, an unknown name or filter, an address that names no figure. */
export const sectionFaults = ({ sections }: Profile): string[] =>
  Object.entries(sections).flatMap(([id, { heading, paragraphs, tables, charts }]) => [
    ...faultsOf(`sections.${id}.heading`, heading),
    ...Object.entries(paragraphs).flatMap(([name, text]) => faultsOf(`sections.${id}.paragraphs.${name}`, text ?? '')),
    ...Object.entries(tables).flatMap(([name, { title, cells }]) =>
      [title, ...cells].flatMap((text) => faultsOf(`sections.${id}.tables.${name}`, text)),
    ),
    ...Object.entries(charts).flatMap(([name, chart]) =>
      chartFaults(chart).map((fault) => `sections.${id}.charts.${name}：${fault}`),
    ),
    ...Object.entries({ ...tables, ...charts }).flatMap(([name, { after }]) =>
      after === undefined || after in paragraphs ? [] : [`sections.${id}.${name}.after：没有段落“${after}”`],
    ),
  ]);

function chartFaults({ title, points, whole }: ChartWords): string[] {
  const listed = typeof points === 'string' ? [] : points;
  const addresses = [...listed.map(({ at }) => at), ...(whole === undefined ? [] : [whole])];
  return [
    ...[title, ...listed.map(({ name }) => name)].flatMap(faultsIn),
    ...addresses.filter((address) => !sourceAt(address)).map((address) => `没有数字“${address}”`),
    ...(typeof points === 'string' && !FACT_NAMES.includes(points) ? [`不认识列表 ${points}`] : []),
  ];
}

const read = new Map<string, readonly string[]>();

/** Provinces share most templates, so each is read once. */
function faultsOf(path: string, text: string): string[] {
  let faults = read.get(text);
  if (!faults) read.set(text, (faults = faultsIn(text)));
  return faults.map((fault) => `${path}：${fault}`);
}

function faultsIn(text: string): string[] {
  try {
    const unknown = engine.globalVariablesSync(engine.parse(text)).filter((name) => !FACT_NAMES.includes(name));
    const filters = [...text.matchAll(FILTER)].map(([, name = '']) => name).filter((name) => !KNOWN.includes(name));
    const addresses = [...text.matchAll(ADDRESS)].map(([, address = '']) => address);
    return [
      ...unknown.map((name) => `不认识 {{ ${name} }}`),
      ...filters.map((name) => `没有过滤器 ${name}`),
      ...addresses.filter((address) => !sourceAt(address)).map((address) => `没有数字“${address}”`),
    ];
  } catch (error) {
    return [`不是正确的模板：${error instanceof Error ? error.message : String(error)}`];
  }
}
