/** Things by key, keys and things in the order given. */
export function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) listOf(groups, keyOf(item)).push(item);
  return groups;
}

/** The list under a key, which is begun where there is none. */
export function listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
