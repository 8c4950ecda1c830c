import { RuleViolation } from '@juesuan/kernel';
import { parse } from 'yaml';
import { zhCN } from 'zod/locales';
import { faultsOf } from './faults';
import { type Profile, profileSchema } from './schema';

/** A file of a profile's folder, such as `standard/profile.yaml` or `standard/income.yaml`, and its text. */
export interface ProfileFile {
  readonly name: string;
  readonly text: string;
}

type Tree = Readonly<Record<string, unknown>>;

/** A profile's folder; its files are read when something of it is first asked for. */
interface Folder {
  /** What a refusal names. */
  readonly file: string;
  readonly files: readonly ProfileFile[];
  tree: Tree | null;
}

/**
 * Reads the disclosure profiles, by id. A profile says only where it differs from the one it extends; together they must say
 * everything, and nothing that is not known: a misspelt key would otherwise be a silent return to the standard.
 */
export function parseProfiles(files: Iterable<ProfileFile>): Map<string, Profile> {
  const folders = foldersIn(files);
  return new Map([...folders].map(([id, { file }]) => [id, validated(file, id, complete(id, folders, []))]));
}

/** The profile of an id, read with nothing but those that it extends; null where there is none. */
export function parseProfile(files: Iterable<ProfileFile>, id: string): Profile | null {
  const folders = foldersIn(files);
  const own = folders.get(id);
  return own ? validated(own.file, id, complete(id, folders, [])) : null;
}

function foldersIn(files: Iterable<ProfileFile>): Map<string, Folder> {
  const folders = new Map<string, Folder>();
  for (const each of files) {
    const [id, part] = placeOf(each);
    const before = folders.get(id);
    const file = part === 'profile' ? each.name : (before?.file ?? each.name);
    folders.set(id, { file, files: [...(before?.files ?? []), each], tree: null });
  }
  return folders;
}

function treeOf(folder: Folder): Tree {
  folder.tree ??= folder.files.reduce<Tree>((before, file) => {
    const [, part] = placeOf(file);
    const tree = readTree(file);
    return merged(before, part === 'profile' ? tree : { sections: { [part]: tree } });
  }, {});
  return folder.tree;
}

/** The profile and the part of it that a file is: its folder's name, and `profile` or the name of a section. */
function placeOf({ name }: ProfileFile): [id: string, part: string] {
  const path = name.replace(/\.ya?ml$/, '').split(/[\\/]/);
  const [id, part] = path.slice(-2);
  if (id === undefined || part === undefined)
    throw refusal(name, '应放在以格式命名的文件夹中，如 standard/profile.yaml。');
  return [id, part];
}

function readTree({ name, text }: ProfileFile): Tree {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw refusal(name, `不是正确的 YAML：${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isTree(value)) throw refusal(name, '内容应为若干“键: 值”。');
  return value;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The profile with everything it takes over from the ones it extends. */
function complete(id: string, folders: ReadonlyMap<string, Folder>, through: readonly string[]): Tree {
  const own = folders.get(id);
  const child = folders.get(through.at(-1) ?? '')?.file ?? '';
  if (!own) throw refusal(child, `extends 的格式“${id}”不存在，现有：${[...folders.keys()].join('、')}。`);
  if (through.includes(id)) throw refusal(own.file, `extends 循环：${[...through, id].join(' → ')}。`);
  const { extends: base, ...rest } = treeOf(own);
  if (base === undefined) return rest;
  if (typeof base !== 'string') throw refusal(own.file, 'extends 应为另一格式的名称。');
  return merged(complete(base, folders, [...through, id]), rest);
}

/** Keys merge in depth; lists and values are replaced as a whole. */
function merged(base: Tree, own: Tree): Tree {
  const both: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const before = both[key];
    both[key] = isTree(before) && isTree(value) ? merged(before, value) : value;
  }
  return both;
}

function validated(file: string, id: string, tree: Tree): Profile {
  const result = profileSchema.safeParse(tree, { error: zhCN().localeError });
  if (!result.success) {
    const [issue] = result.error.issues;
    throw refusal(file, `${(issue?.path ?? []).map(String).join('.')}：${issue?.message ?? ''}`);
  }
  const profile = result.data;
  const faults = [...(profile.id === id ? [] : [`id：应与文件夹名一致，为“${id}”`]), ...faultsOf(profile)];
  if (faults[0] !== undefined) throw refusal(file, faults[0]);
  return profile;
}

const refusal = (file: string, what: string): RuleViolation =>
  new RuleViolation('profile-malformed', `公开格式文件 ${file} 有误：${what}`, { file });
