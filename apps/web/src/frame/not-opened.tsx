import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Result } from 'antd';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { unitsQuery, yearsQuery } from '../api/queries';
import { useHasRole } from '../session/session';
import { usePlace } from './place';

/** Stands in the address for somebody with no unit of her own, before any year was opened. */
export const NO_UNIT = '-';

/** Years offered instead. */
const MOST_YEARS = 4;

/** Whether the unit has no such year; one can still begin it by an import. */
export function useIsNotOpened(): boolean {
  const { unit, year } = usePlace();
  const [search] = useSearchParams();
  const { data } = useQuery(unitsQuery(year));
  return data !== undefined && data.every(({ code }) => code !== unit) && search.get('form') !== 'import';
}

/** In the place of a page about a year that was not opened: what comes first, and years that have something. */
export function NotOpened() {
  const { unit, year } = usePlace();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const mayImport = useHasRole('officer', 'administrator');
  const mayOpen = useHasRole('administrator');
  const { data: years = [] } = useQuery(yearsQuery);
  const page = pathname.split('/').slice(3).join('/');
  const go = (to: string): void => void navigate(to);
  return (
    <Result
      status="info"
      title={
        <h1 style={{ font: 'inherit', margin: 0 }}>
          {unit === NO_UNIT ? '还没有可以查看的单位' : `${year} 年度没有可以查看的单位 ${unit}`}
        </h1>
      }
      subTitle={mayImport ? '从导入单位和年初预算开始，或换一个年度。' : '请换一个年度；新的年度由管理员开启。'}
      extra={
        <Flex gap={8} wrap justify="center">
          {mayImport && (
            <Button type="primary" onClick={() => go(`/${unit}/${year}/payments?form=import`)}>
              导入 {year} 年度
            </Button>
          )}
          {mayOpen && <Button onClick={() => go(`/${unit}/${year}/settings?tab=units`)}>开启年度</Button>}
          {years.slice(0, MOST_YEARS).map((each) => (
            <Button key={each} onClick={() => go(`/${unit}/${each}/${page}`)}>
              看 {each} 年
            </Button>
          ))}
        </Flex>
      }
    />
  );
}
