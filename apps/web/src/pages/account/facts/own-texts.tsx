import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../../api/client';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { recorded } from '../../../parts/instant';
import { RecordButton } from '../../../parts/record-button';
import type { WordingTask } from '../wording/text';
import { WordingDrawer } from '../wording/wording-drawer';
import { explanationsQuery } from './facts';

type Said = Schemas['SaidDto'];

/** Texts that only the unit itself can write; the account names them so. */
const OWN = [
  { name: 'overview/duties', title: '主要职责' },
  { name: 'overview/organisation', title: '机构设置' },
];

/** 单位文字: what the unit is for and how it is made up. */
export function OwnTexts() {
  const { data: said = [], error } = useQuery(explanationsQuery(usePlace()));
  const [task, setTask] = useState<WordingTask | null>(null);
  const others = said.filter(({ name }) => name.startsWith('overview/') && OWN.every((own) => own.name !== name));
  const texts = [
    ...OWN.map(({ name, title }) => ({ name, title, said: said.find((one) => one.name === name) ?? null })),
    ...others.map((one) => ({ name: one.name, title: one.title, said: one })),
  ];
  return (
    <>
      <Failure error={error} />
      <Flex gap={12} wrap>
        {texts.map((text) => (
          <OwnText key={text.name} {...text} onWrite={setTask} />
        ))}
      </Flex>
      <WordingDrawer task={task} onClose={() => setTask(null)} />
    </>
  );
}

interface Props {
  readonly name: string;
  readonly title: string;
  readonly said: Said | null;
  readonly onWrite: (task: WordingTask) => void;
}

function OwnText({ name, title, said, onWrite }: Props) {
  const { unit } = usePlace();
  const text = said?.now.text ?? '';
  const write = (): void => onWrite({ of: 'explanation', key: name, title, now: text, text, chips: [] });
  const button = (
    <RecordButton
      unit={unit}
      type="link"
      size="small"
      aria-label={`${said ? '修改' : '填写'}：${title}`}
      onClick={write}
    >
      {said ? '修改' : '填写'}
    </RecordButton>
  );
  return (
    <Card size="small" title={title} extra={button} style={{ flex: '1 1 360px' }}>
      <Typography.Paragraph style={{ margin: 0 }} ellipsis={{ rows: 3, expandable: true, symbol: '全文' }}>
        {text === '' ? '还没有写。' : text}
      </Typography.Paragraph>
      {said && (
        <Typography.Text type="secondary">
          {said.now.actor} · {recorded(said.now.recordedAt)}
        </Typography.Text>
      )}
    </Card>
  );
}
