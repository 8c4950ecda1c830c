import { Alert, Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { recorded } from '../parts/instant';
import { usePlace, useSearch } from './place';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant as people in China read it; a day is known until it ends. What is no instant stays as it is: the service says so. */
function known(at: string): string {
  if (DAY.test(at)) return `${at} 24:00`;
  return Number.isNaN(Date.parse(at)) ? at : recorded(at);
}

/** 当时所知: only what had been recorded by a minute of China's clock; empty for everything that is known now. */
export function KnownAtChoice() {
  const { knownAt } = usePlace();
  const change = useSearch();
  return (
    <DatePicker
      aria-label="当时所知"
      placeholder="所知：至今"
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      style={{ width: 170 }}
      value={knownAt === undefined ? null : dayjs(known(knownAt))}
      maxDate={dayjs()}
      onChange={(chosen) => change({ knownAt: chosen ? `${chosen.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined })}
    />
  );
}

/** Says above a page, on paper too, that it shows what was known earlier, and leads back. */
export function LookingBack() {
  const { knownAt } = usePlace();
  const change = useSearch();
  if (knownAt === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      style={{ marginBottom: 16 }}
      title={`按 ${known(knownAt)} 已记录的事项显示：此后的记录、更正和改写都不计，也不能在这里记录。`}
      action={
        <Button size="small" className="no-print" onClick={() => change({ knownAt: undefined })}>
          回到现在
        </Button>
      }
    />
  );
}
