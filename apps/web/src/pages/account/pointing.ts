import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useSearch } from '../../frame/place';
import type { PageCell, Paragraph, SourceCell } from './account';

/** What is pointed at: a figure by its address. It stays marked in tables and text; `open`: what is behind it is shown. */
export interface Pointing {
  readonly at: string | null;
  readonly open: boolean;
  readonly point: (address: string) => void;
  readonly close: () => void;
}

/** The address of a cell, as the service reads it. */
export const cellAddress = ({ table, row, column }: SourceCell): string => `table:${table}/${row}/${column}`;

/** Kept in the page's address, so that a figure can be sent to a colleague. */
export function usePointing(): Pointing {
  const [search] = useSearchParams();
  const change = useSearch();
  const point = useCallback(
    (address: string) => {
      const [, table] = /^table:([^/]+)\//.exec(address) ?? [];
      change({ at: address, why: '1', ...(table === undefined ? {} : { table }) });
    },
    [change],
  );
  const close = useCallback(() => change({ why: undefined }), [change]);
  return { at: search.get('at'), open: search.get('why') === '1', point, close };
}

/** Addresses that show the same figure as the one pointed at: itself, and the cells its sentence restates. */
export function sameFigures(at: string | null, paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  if (at === null) return new Set();
  const figures = paragraphs.flatMap((paragraph) => paragraph.figures).filter(({ source }) => source === at);
  return new Set([at, ...figures.flatMap(({ cells }) => cells.map(cellAddress))]);
}

/** Whether a figure of the text shows one of the addresses. */
export const shows = (figure: Paragraph['figures'][number], addresses: ReadonlySet<string>): boolean =>
  addresses.has(figure.source) || figure.cells.some((cell) => addresses.has(cellAddress(cell)));

export const addressIn = (table: string, { of }: PageCell): string | null =>
  of === null ? null : cellAddress({ table, ...of });
