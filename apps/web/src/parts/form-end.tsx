import { Button, Flex, Popconfirm } from 'antd';
import type { Draft } from '../frame/draft';

type Begun = Pick<Draft<unknown>, 'isBegun' | 'clear'>;

/** Throws away what was typed, once it was asked; there while anything is kept. */
export function StartOver({ draft: { isBegun, clear } }: { draft: Begun }) {
  if (!isBegun) return null;
  return (
    <Popconfirm title="清空这张表单里已填的内容？" okText="清空" cancelText="不清空" onConfirm={clear}>
      <Button>清空重填</Button>
    </Popconfirm>
  );
}

interface Props {
  readonly draft: Begun;
  readonly busy: boolean;
  /** Nothing can be sent yet. */
  readonly disabled?: boolean;
  /** What sending does. */
  readonly children: string;
}

/** The end of a form that keeps what is typed: sending it, or beginning anew. */
export function FormEnd({ draft, busy, disabled = false, children }: Props) {
  return (
    <Flex gap={8}>
      <Button type="primary" htmlType="submit" loading={busy} disabled={disabled} style={{ flex: 1, maxWidth: 520 }}>
        {children}
      </Button>
      <StartOver draft={draft} />
    </Flex>
  );
}
