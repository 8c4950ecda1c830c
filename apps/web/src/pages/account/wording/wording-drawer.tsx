import { App, Button, Drawer, Flex, Typography } from 'antd';
import { useRef } from 'react';
import { api } from '../../../api/client';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { StartOver } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';
import { type Seen, useSeen } from '../../../parts/seen';
import { ChipEditor, type ChipEditorHandle } from './chip-editor';
import { Preview } from './preview';
import type { WordingTask } from './text';

/** Where words are written: the sentence as it is, the editor, and how the document will read. */
export function WordingDrawer({ task, onClose }: { task: WordingTask | null; onClose: () => void }) {
  return (
    <Drawer open={task !== null} onClose={onClose} size={720} title={task?.title} destroyOnHidden>
      {task && <WordingForm key={`${task.of}/${task.key}`} task={task} onClose={onClose} />}
    </Drawer>
  );
}

interface Typed extends Seen {
  readonly text: string;
}

function WordingForm({ task, onClose }: { task: WordingTask; onClose: () => void }) {
  const { message } = App.useApp();
  const draft = useDraft<Typed>(`wording/${task.of}/${task.key}`, { text: task.text, seen: null });
  const looked = useSeen(draft, usePlace().unit);
  const editor = useRef<ChipEditorHandle>(null);
  const command = useWordingCommand(task, () => {
    draft.forget();
    void message.success('已记录，说明已随之更新。');
    onClose();
  });
  const { seen, anew } = looked;
  const { text } = draft.values;
  const send = (now: number | typeof anew): void => command.mutate({ input: text.trim(), seen: now });
  return (
    <Flex vertical gap={16}>
      <div>
        <Typography.Text type="secondary">现在的文字</Typography.Text>
        <Typography.Paragraph style={{ margin: 0 }}>{task.now}</Typography.Paragraph>
      </div>
      <ChipEditor
        key={draft.formKey}
        ref={editor}
        label={task.title}
        initial={text}
        chips={task.chips}
        onChange={(next) => draft.change({ text: next })}
      />
      <Choices task={task} insert={(chip) => editor.current?.insert(chip)} />
      <Preview task={task} text={text} />
      <Refusal error={command.error ?? looked.error} onSendAgain={() => send(anew)} />
      <Flex gap={8} justify="end">
        <StartOver draft={draft} />
        <Button onClick={onClose}>以后再写</Button>
        <Button
          type="primary"
          disabled={text.trim() === '' || seen === null}
          loading={command.isPending}
          onClick={() => seen !== null && send(seen)}
        >
          保存
        </Button>
      </Flex>
    </Flex>
  );
}

function useWordingCommand({ of, key }: WordingTask, onRecorded: () => void) {
  const { unit, year } = usePlace();
  return useCommand<string>(
    (text, header) =>
      of === 'reason'
        ? api.PUT('/api/units/{unit}/years/{year}/reasons/{item}', {
            params: { path: { unit, year, item: key }, header },
            body: { reason: text },
          })
        : api.PUT('/api/units/{unit}/years/{year}/explanations/{key}', {
            params: { path: { unit, year, key }, header },
            body: { text },
          }),
    onRecorded,
  );
}

/** The figures that may be put in: numbers are never typed. */
function Choices({ task, insert }: { task: WordingTask; insert: (chip: WordingTask['chips'][number]) => void }) {
  if (task.chips.length === 0) return null;
  return (
    <Flex wrap gap={6} align="center" role="group" aria-label="插入数字">
      <Typography.Text type="secondary">插入数字（由系统按台账填写）：</Typography.Text>
      {task.chips.map((chip) => (
        <Button
          key={chip.insert}
          size="small"
          // The caret must stay where the figure is to stand.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => insert(chip)}
        >
          {`${chip.before} ${chip.label}`.trim()}
        </Button>
      ))}
    </Flex>
  );
}
