import { useCallback, useState } from 'react';

/** How somebody likes a page, kept in her browser. */
export function usePreference<Value>(name: string, usual: Value): [Value, (value: Value) => void] {
  const key = `juesuan.${name}`;
  const [value, setValue] = useState<Value>(() => kept<Value>(key) ?? usual);
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, keep];
}

function kept<Value>(key: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}
