import { queryOptions, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { api } from '../api/client';
import { usePlace } from '../frame/place';
import { matches, useInitials } from './pinyin';

export type Book = 'functional' | 'economic';

/** A code book with every code it ever had; imported codes are shown at once where they are imported. */
export const codesQuery = (book: Book) =>
  queryOptions({
    queryKey: ['codes', book],
    staleTime: 5 * 60_000,
    queryFn: async () => (await api.GET('/api/codes/{book}', { params: { path: { book } } })).data ?? [],
  });

/** The codes in force at some time of the year shown, with their names. */
export function useCodes(book: Book): ReadonlyMap<string, string> {
  const { year } = usePlace();
  const { data } = useQuery(codesQuery(book));
  return useMemo(() => {
    const inForce = (data ?? []).filter(
      ({ from, to }) => (from ?? '') <= `${year}-12-31` && (to ?? '9999') >= `${year}-01-01`,
    );
    return new Map(inForce.map(({ code, name }) => [code, name]));
  }, [data, year]);
}

interface Props {
  readonly id?: string;
  readonly book: Book;
  readonly label: string;
  /** How many digits a code has that money may be recorded on. */
  readonly digits: number;
  readonly value?: string;
  readonly onChange?: (code: string | undefined) => void;
}

/** Finds a code by its digits, its name or pinyin initials. */
export function CodePicker({ id, book, label, digits, value, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const initials = useInitials(isOpen);
  const codes = useCodes(book);
  const options = useMemo(
    () =>
      [...codes]
        .filter(([code]) => code.length === digits)
        .map(([code, name]) => ({ value: code, label: `${code} ${name}` })),
    [codes, digits],
  );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      aria-label={label}
      placeholder="编码、名称或拼音首字母"
      style={{ width: '100%' }}
      showSearch={{ filterOption: (typed, option) => matches(typed, option?.label ?? '', initials) }}
      value={value || null}
      options={options}
      onOpenChange={setOpen}
      onChange={(code: string | null) => onChange?.(code ?? undefined)}
    />
  );
}
