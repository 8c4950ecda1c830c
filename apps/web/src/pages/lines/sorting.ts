import type { Key } from 'react';
import { useSearchParams } from 'react-router';
import { searchNow, useSearch } from '../../frame/place';

/** The column that lines are sorted by, and whether upwards; null as the service gives them. */
export interface Sorting {
  readonly by: string;
  readonly order: 'ascend' | 'descend';
}

const isOrder = (text: string | undefined): text is Sorting['order'] => text === 'ascend' || text === 'descend';

/** What antd tells of a column that was clicked; no key where it would end the order it shows. */
interface Clicked {
  readonly columnKey?: Key | undefined;
}
type Sorted = Clicked | readonly Clicked[];

/** How the lines are sorted stands in the address, as every filter does: a reload keeps it. */
export function useSorting(): { sorting: Sorting | null; sort: (sorted: Sorted) => void } {
  const [search] = useSearchParams();
  const change = useSearch();
  const sorting = sortingOf(search);
  const sort = (sorted: Sorted): void => {
    const by = String([sorted].flat()[0]?.columnKey ?? sorting?.by);
    const before = sortingOf(searchNow());
    const order = before?.by === by ? AFTER[before.order] : 'ascend';
    change({ sort: order && `${by}.${order}` });
  };
  return { sorting, sort };
}

/** Antd's own order after a click starts from the one it shows, not from the one that was asked for last. */
const AFTER: Readonly<Record<Sorting['order'], Sorting['order'] | undefined>> = {
  ascend: 'descend',
  descend: undefined,
};

function sortingOf(search: URLSearchParams): Sorting | null {
  const [by, order] = search.get('sort')?.split('.') ?? [];
  return by !== undefined && isOrder(order) ? { by, order } : null;
}
