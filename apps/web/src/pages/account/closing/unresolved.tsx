import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useLocation } from 'react-router';
import { vocabularyQuery } from '../../../api/queries';
import { type Place, usePlace } from '../../../frame/place';
import { accountQuery, checksQuery } from '../account';
import { missingIn } from '../wording/work-list';

/** What the final account of the whole year still lacks: told before closing, which it does not keep anybody from. */
export function Unresolved() {
  const place: Place = { ...usePlace(), document: 'final', asOf: undefined };
  const { data: checks } = useQuery(checksQuery(place));
  const { data: account } = useQuery(accountQuery(place));
  const { data: vocabulary } = useQuery(vocabularyQuery);
  if (!checks || !account || !vocabulary) return null;
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
  const missing = missingIn(account, vocabulary.reasonPlaceholders).length;
  if (failed + missing === 0) return <Alert type="success" showIcon title="核对没有不成立的，公开文件没有待补充的。" />;
  const said = (
    <>
      {failed > 0 && (
        <>
          核对 <To tab="checks">{failed} 项不成立</To>。
        </>
      )}
      {missing > 0 && (
        <>
          公开文件 <To tab="missing">{missing} 处待补充</To>。
        </>
      )}
      不妨碍关账；关账之后要补充，须先重新开账。
    </>
  );
  return <Alert type="warning" showIcon title={said} />;
}

/** Another view of the same page, of the final account of the whole year. */
function To({ tab, children }: { tab: string; children: React.ReactNode }) {
  const { search } = useLocation();
  const next = new URLSearchParams(search);
  next.delete('asOf');
  next.set('document', 'final');
  next.set('tab', tab);
  return (
    <Link className="in-text" to={{ search: `?${next.toString()}` }}>
      {children}
    </Link>
  );
}
