import { DatePicker, Flex } from 'antd';
import dayjs from 'dayjs';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { usePlace, useSearch } from '../../frame/place';
import { TypedSearch } from '../../parts/typed-search';
import { paymentsAsked } from './payments';

/** Which payments: by voucher, amount, words and days; kept in the address. */
export function PaymentFilters() {
  const [search] = useSearchParams();
  const change = useSearch();
  const { year } = usePlace();
  const { text, from, to } = paymentsAsked(search);
  const find = useCallback((words: string | undefined) => change({ text: words, page: undefined }), [change]);
  return (
    <Flex gap={8} wrap style={{ marginBottom: 12 }} className="no-print">
      <TypedSearch
        label="查找支付"
        placeholder="凭证号、金额（元）、摘要、科目或项目"
        width={320}
        value={text}
        onChange={find}
      />
      <DatePicker.RangePicker
        aria-label="日期范围"
        placeholder={['日期从', '日期到']}
        allowEmpty={[true, true]}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        minDate={dayjs(`${year}-01-01`)}
        maxDate={dayjs(`${year}-12-31`)}
        onChange={(days) =>
          change({
            from: days?.[0]?.format('YYYY-MM-DD'),
            to: days?.[1]?.format('YYYY-MM-DD'),
            page: undefined,
          })
        }
      />
    </Flex>
  );
}
