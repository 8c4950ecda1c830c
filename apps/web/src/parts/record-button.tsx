import { Button, type ButtonProps } from 'antd';
import { CLOSED, useIsClosed, useMayRecordFor } from '../frame/may-record';
import type { Role } from '../session/session';

interface Props extends ButtonProps {
  /** Whose year it records in; left out, a form chooses among the units of the place. */
  readonly unit?: string;
  /** Who may; officers, where nothing is said. Asked only of a named unit. */
  readonly by?: readonly Role[];
}

/** A button that records or opens a form for it: absent where the unit is not hers, disabled with the reason where the year is closed. */
export function RecordButton({ unit, by, ...button }: Props) {
  const mayRecord = useMayRecordFor(by);
  const isClosed = useIsClosed(unit);
  if (unit !== undefined && !mayRecord(unit)) return null;
  return <Button {...button} {...(isClosed ? { disabled: true, title: CLOSED } : {})} />;
}
