import { Input } from 'antd';
import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly width?: number;
  readonly onChange: (value: string | undefined) => void;
}

/** A field that searches while one types: it tells its words after a short pause. */
export function TypedSearch({ label, placeholder, value, width = 240, onChange }: Props) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  useEffect(() => {
    if (typed === (value ?? '')) return;
    const pause = setTimeout(() => onChange(typed === '' ? undefined : typed), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, value, onChange]);
  return (
    <Input
      allowClear
      aria-label={label}
      placeholder={placeholder}
      style={{ width }}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
