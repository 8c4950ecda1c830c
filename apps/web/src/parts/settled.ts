import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** A value once it has stopped changing for a moment: not every letter typed is worth a question. */
export function useSettled<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const pause = setTimeout(() => settle(JSON.parse(text) as Value), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);
  return settled;
}
