import { EditOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { Account } from '../account';
import type { Pointing } from '../pointing';
import { paragraphTask, type WordingTask } from '../wording/text';
import { WordingDrawer } from '../wording/wording-drawer';
import { useMayRecord } from '../../../frame/may-record';
import { usePlace } from '../../../frame/place';
import { RecordButton } from '../../../parts/record-button';
import { Words } from './words';

interface Props {
  readonly account: Account;
  readonly marked: ReadonlySet<string>;
  readonly point: Pointing['point'];
}

/** The text; officers may word a paragraph anew, its figures staying bound. */
export function EditableWords(props: Props) {
  const { unit } = usePlace();
  const isOfficer = useMayRecord();
  const [task, setTask] = useState<WordingTask | null>(null);
  if (!isOfficer) return <Words {...props} />;
  return (
    <>
      <Words
        {...props}
        actions={(paragraph) => (
          <RecordButton
            unit={unit}
            type="text"
            size="small"
            className="no-print"
            icon={<EditOutlined />}
            aria-label={`改写：${paragraph.text.slice(0, 20)}`}
            onClick={() => setTask(paragraphTask(paragraph))}
          />
        )}
      />
      <WordingDrawer task={task} onClose={() => setTask(null)} />
    </>
  );
}
