import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../api/queries';
import { usePlace } from '../frame/place';

/** The units of the place shown whose own years are recorded on: those without units below. */
export function useUnitsThatRecord() {
  const { unit, year } = usePlace();
  const { data = [] } = useQuery(unitsQuery(year));
  const parents = new Set(data.map(({ parent }) => parent));
  const below = new Set([unit]);
  // A unit stands below its parent in the list, but not necessarily after it.
  for (let size = 0; size !== below.size;) {
    size = below.size;
    for (const { code, parent } of data) if (parent !== null && below.has(parent)) below.add(code);
  }
  return data.filter(({ code, closed }) => below.has(code) && !parents.has(code) && !closed);
}
