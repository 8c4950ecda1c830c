import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Typography } from 'antd';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { usePlace, useSearch } from '../../frame/place';
import { download } from '../../parts/download';
import { Failure } from '../../parts/failure';
import { PageHead } from '../../parts/page-head';
import { usePreference } from '../../parts/preference';
import { type LineRow, USUAL_CHOICE } from './columns';
import { Filters } from './filters';
import { LineDrawer } from './line-drawer';
import { LineTable } from './line-table';
import { lineNamed, linesQuery, useLinesAsked } from './lines';

/** 指标: the budget lines as a table one can live in. */
export default function LinesPage() {
  const place = usePlace();
  const asked = useLinesAsked(place);
  const change = useSearch();
  const [search] = useSearchParams();
  const [chosen, choose] = usePreference<readonly string[]>('lines.columns', USUAL_CHOICE);
  const { data, error, isFetching } = useQuery(linesQuery(place, asked));
  const file = useMutation({
    mutationFn: () => download(`/api/units/${place.unit}/years/${place.year}/lines.xlsx`, asked),
  });
  const to = ({ address }: LineRow): string => {
    const next = new URLSearchParams(search);
    next.set('line', address);
    return `?${next.toString()}`;
  };
  const close = useCallback(() => change({ line: undefined }), [change]);
  const named = search.get('line');
  return (
    <>
      <PageHead title="指标" beside={<Typography.Text type="secondary">金额单位：万元</Typography.Text>}>
        <Button icon={<DownloadOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
          导出 Excel
        </Button>
      </PageHead>
      <Failure error={error ?? file.error} />
      <Filters asked={asked} chosen={chosen} choose={choose} />
      {data ? <LineTable answer={data} chosen={chosen} busy={isFetching} to={to} /> : !error && <Skeleton active />}
      <LineDrawer at={named === null ? null : lineNamed(named)} onClose={close} />
    </>
  );
}
