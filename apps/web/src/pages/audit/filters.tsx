import { useQuery } from '@tanstack/react-query';
import { DatePicker, Flex, Select } from 'antd';
import dayjs from 'dayjs';
import { useCallback } from 'react';
import { vocabularyQuery } from '../../api/queries';
import { usePlace, useSearch } from '../../frame/place';
import { TypedSearch } from '../../parts/typed-search';
import type { JournalAsked } from './journal';

/** Which records: of what kinds, by whom, with which words, of which days. A new question begins on the first page. */
export function Filters({ asked }: { asked: JournalAsked }) {
  const change = useSearch();
  const { data: words } = useQuery(vocabularyQuery);
  const ask = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => change({ ...changes, page: undefined }),
    [change],
  );
  const searchText = useCallback((text: string | undefined) => ask({ text }), [ask]);
  const searchActor = useCallback((actor: string | undefined) => ask({ actor }), [ask]);
  const types = String(asked.types ?? '');
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }} className="no-print">
      <TypedSearch label="查找记录" placeholder="文号、凭证号、事由、金额" value={asked.text} onChange={searchText} />
      <Select
        allowClear
        aria-label="事项类型"
        mode="multiple"
        maxTagCount={1}
        placeholder="事项类型"
        style={{ width: 220 }}
        value={types === '' ? [] : types.split(',')}
        showSearch={{ optionFilterProp: 'label' }}
        options={(words?.events ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(chosen: string[]) => ask({ types: chosen.length === 0 ? undefined : chosen.join(',') })}
      />
      <TypedSearch label="经办人" placeholder="经办人全名" width={140} value={asked.actor} onChange={searchActor} />
      <Days asked={asked} ask={ask} />
    </Flex>
  );
}

type Ask = (changes: Readonly<Record<string, string | undefined>>) => void;

function Days({ asked: { from, to }, ask }: { asked: JournalAsked; ask: Ask }) {
  const { year } = usePlace();
  const ofYear = { minDate: dayjs(`${year}-01-01`), maxDate: dayjs(`${year}-12-31`) };
  const day = (value: string | undefined) => (value === undefined ? null : dayjs(value));
  return (
    <>
      <DatePicker
        {...ofYear}
        aria-label="业务日期从"
        placeholder="业务日期从"
        value={day(from)}
        onChange={(chosen) => ask({ from: chosen?.format('YYYY-MM-DD') })}
      />
      <DatePicker
        {...ofYear}
        aria-label="业务日期到"
        placeholder="到"
        value={day(to)}
        onChange={(chosen) => ask({ to: chosen?.format('YYYY-MM-DD') })}
      />
    </>
  );
}
