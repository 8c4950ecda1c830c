import { createHash } from 'node:crypto';
import { readCsv } from '@juesuan/documents';
import Ajv from 'ajv';
import { strFromU8 } from 'fflate';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: string }[] };
}

interface Attribute {
  readonly source: string;
  readonly resource: string;
}

interface Descriptor {
  readonly resources: readonly Resource[];
  readonly model: {
    readonly measures: Readonly<Record<string, Attribute>>;
    readonly dimensions: Readonly<
      Record<string, { attributes: Readonly<Record<string, Attribute & { labelfor?: string }>>; primaryKey: string }>
    >;
  };
}

const text = { type: 'string' };
const name = { type: 'string', pattern: '^[-a-z0-9._/]+$' };
const day = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\\d|3[01])$' };
const required = (properties: object, also: object = {}) => ({
  type: 'object',
  properties: { ...properties, ...also },
  required: Object.keys(properties),
});
const each = (items: object) => ({ type: 'object', minProperties: 1, additionalProperties: items });

/** What the Fiscal Data Package 1.0 (specs.frictionlessdata.io/fiscal-data-package) demands of a descriptor, and the tabular profile under it. */
const SCHEMA = required(
  {
    name,
    profile: { const: 'fiscal-data-package' },
    countryCode: { type: 'string', pattern: '^[A-Z]{2}$' },
    granularity: { enum: ['aggregated', 'transactional'] },
    fiscalPeriod: required({ start: day }, { end: day }),
    resources: {
      type: 'array',
      minItems: 1,
      items: required(
        {
          name,
          profile: { const: 'tabular-data-resource' },
          path: { type: 'string', pattern: '^[^/.][^:]*$' },
          schema: required({
            fields: {
              type: 'array',
              minItems: 1,
              items: required({ name: text, type: { enum: ['string', 'number', 'integer'] } }),
            },
          }),
          bytes: { type: 'integer' },
          hash: { type: 'string', pattern: '^[^:]+:[a-f0-9]+$' },
        },
        { mediatype: { type: 'string', pattern: '^.+/.+$' } },
      ),
    },
    model: required({
      measures: each(
        required(
          { source: text, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
          { resource: text, factor: { type: 'number' } },
        ),
      ),
      dimensions: each(
        required(
          { attributes: each(required({ source: text }, { resource: text, labelfor: text })), primaryKey: text },
          {
            dimensionType: {
              enum: ['datetime', 'entity', 'classification', 'activity', 'fact', 'location', 'other'],
            },
            classificationType: { enum: ['functional', 'administrative', 'economic'] },
          },
        ),
      ),
    }),
  },
  { title: text },
);

const conforms = new Ajv({ allErrors: true }).compile(SCHEMA);

/** What is wrong with a data package: its descriptor, the files it describes, and what its model names in them. */
export function faultsOfPackage(files: Readonly<Record<string, Uint8Array>>): string[] {
  const descriptor: unknown = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array()));
  if (!conforms(descriptor)) return (conforms.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
  const { resources, model } = descriptor as unknown as Descriptor;
  return [...resources.flatMap((each) => resourceFaults(each, files[each.path])), ...modelFaults(resources, model)];
}

const TYPES: Readonly<Record<string, RegExp>> = { string: /^/, number: /^-?\d+(\.\d+)?$/, integer: /^-?\d+$/ };

function resourceFaults({ path, bytes, hash, schema }: Resource, content: Uint8Array | undefined): string[] {
  if (!content) return [`${path} is not there`];
  const { headers, rows } = readCsv(content, path);
  const names = schema.fields.map((field) => field.name);
  return [
    ...(content.length === bytes ? [] : [`${path} has ${content.length} bytes`]),
    ...(`sha256:${createHash('sha256').update(content).digest('hex')}` === hash ? [] : [`${path} has another hash`]),
    ...(headers.join() === names.join() ? [] : [`${path} has the columns ${headers.join()}`]),
    ...(rows.length > 0 ? [] : [`${path} is empty`]),
    ...rows.flatMap(({ cells }) =>
      schema.fields.flatMap(({ name: column, type }) =>
        TYPES[type]?.test(cells[column] ?? '') === true ? [] : [`${path}: ${cells[column] ?? ''} is no ${type}`],
      ),
    ),
  ];
}

function modelFaults(resources: readonly Resource[], { measures, dimensions }: Descriptor['model']): string[] {
  const columns = new Set(resources.flatMap((one) => one.schema.fields.map((field) => `${one.name}.${field.name}`)));
  const unknown = (attributes: readonly Attribute[]): string[] =>
    attributes.map(({ source, resource }) => `${resource}.${source}`).filter((column) => !columns.has(column));
  return [
    ...unknown(Object.values(measures)),
    ...Object.values(dimensions).flatMap(({ attributes, primaryKey }) => [
      ...unknown(Object.values(attributes)),
      ...[primaryKey, ...Object.values(attributes).flatMap(({ labelfor }) => labelfor ?? [])].filter(
        (attribute) => !(attribute in attributes),
      ),
    ]),
  ].map((column) => `the model names ${column}, which is not there`);
}
