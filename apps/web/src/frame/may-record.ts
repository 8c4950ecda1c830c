import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../api/queries';
import { type Role, useUser } from '../session/session';
import { usePlace } from './place';
import { recordingUnder, type Unit, upwards } from './unit-tree';

/** Why nothing can be recorded in a closed year. */
export const CLOSED = '本年度已关账，由管理员重新开账后可以记录';

/** The role that records; reviewers and administrators take steps of their own. */
const RECORDING: readonly Role[] = ['officer'];

/**
 * For which units of the year shown she may take a step that one of the roles opens, as the service decides it: her units and those
 * below them; administrators take theirs for every unit, but an administrator's other roles keep to her units. For none while the page
 * shows what was known earlier. Whether the year is still open is asked by {@link useIsClosed}.
 */
export function useMayRecordFor(roles: readonly Role[] = RECORDING): (unit: string) => boolean {
  const { year, knownAt } = usePlace();
  const { roles: hers, units: own } = useUser();
  const { data: tree } = useQuery(unitsQuery(year));
  const opening = hers.filter((role) => roles.includes(role));
  if (knownAt !== undefined || opening.length === 0 || tree === undefined) return () => false;
  if (opening.includes('administrator')) return () => true;
  return (unit) => upwards(unit, tree).some((code) => own.includes(code));
}

/** Whether she records for the very unit shown. */
export function useMayRecord(): boolean {
  return useMayRecordFor()(usePlace().unit);
}

/** Those of the place's units that she records for, closed ones too: what is open there stays readable. */
export function useOwnUnits(): readonly Unit[] {
  const { unit, year } = usePlace();
  const { data = [] } = useQuery(unitsQuery(year));
  const isHers = useMayRecordFor();
  return recordingUnder(unit, data).filter(({ code }) => isHers(code));
}

/** Those of her units whose year can be recorded in. */
export const useUnitsThatRecord = (): readonly Unit[] => useOwnUnits().filter(({ closed }) => !closed);

/** Whether the year of a unit is closed; where none is named, that of every unit of the place that records. */
export function useIsClosed(unit?: string): boolean {
  const { unit: place, year } = usePlace();
  const { data = [] } = useQuery(unitsQuery(year));
  const asked = unit === undefined ? recordingUnder(place, data) : data.filter(({ code }) => code === unit);
  return asked.length > 0 && asked.every(({ closed }) => closed);
}
