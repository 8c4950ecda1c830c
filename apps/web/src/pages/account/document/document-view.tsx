import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tabs } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { usePlace, useSearch } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { WhyDrawer } from '../../../parts/why-drawer';
import { type Account, pagesQuery, type PrintedPage } from '../account';
import { type Pointing, sameFigures, usePointing } from '../pointing';
import { usePrinting } from './printing';
import { Sheet } from './sheet';
import { UsedIn } from './used-in';
import { EditableWords } from './editable-words';

/** The document: its tables as they will be printed, the text beside them, and figures that lead from one to the other. */
export function DocumentView({ account }: { account: Account }) {
  const place = usePlace();
  const pointing = usePointing();
  const { data: pages, error } = useQuery(pagesQuery(place));
  const paragraphs = useMemo(() => account.notes.flatMap((section) => section.paragraphs), [account]);
  const marked = useMemo(() => sameFigures(pointing.at, paragraphs), [pointing.at, paragraphs]);
  return (
    <div className="document">
      <div>
        <Failure error={error} />
        {pages ? <Pages {...{ pages, marked, pointing }} /> : !error && <Skeleton active />}
      </div>
      <aside className="text-pane" aria-label="情况说明" tabIndex={0}>
        <EditableWords account={account} marked={marked} point={pointing.point} />
      </aside>
      <WhyDrawer source={pointing.open ? pointing.at : null} onClose={pointing.close}>
        <UsedIn {...{ paragraphs, marked }} />
      </WhyDrawer>
    </div>
  );
}

interface PagesProps {
  readonly pages: readonly PrintedPage[];
  readonly marked: ReadonlySet<string>;
  readonly pointing: Pointing;
}

/** One table at a time on the screen, all of them on paper. */
function Pages({ pages, marked, pointing: { point } }: PagesProps) {
  const [search] = useSearchParams();
  const change = useSearch();
  const printing = usePrinting();
  const wanted = search.get('table');
  const current = pages.find(({ table }) => table === wanted) ?? pages[0];
  const shown = printing ? pages : current ? [current] : [];
  return (
    <>
      <Tabs
        className="no-print"
        size="small"
        type="card"
        activeKey={current?.table ?? ''}
        onChange={(table) => change({ table })}
        tabBarStyle={{ marginBottom: 8 }}
        items={pages.map(({ table, printedNumber, title }) => ({
          key: table,
          label: <span title={title}>{printedNumber}</span>,
        }))}
      />
      <div className="sheet-frame" tabIndex={0} role="region" aria-label="公开表">
        {shown.map((page) => (
          <Sheet key={page.table} {...{ page, marked, point }} />
        ))}
      </div>
    </>
  );
}
