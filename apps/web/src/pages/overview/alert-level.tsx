import { Tag } from 'antd';
import type { Schemas } from '../../api/client';

export type Alert = Schemas['AlertDto'];

const LEVELS: Readonly<Record<Alert['level'], { readonly name: string; readonly color: string }>> = {
  refuse: { name: '红', color: '#b42318' },
  reply: { name: '橙', color: '#b54708' },
  warn: { name: '黄', color: '#8a6100' },
  record: { name: '蓝', color: '#1d4f91' },
  forbidden: { name: '灰', color: '#475467' },
};

/** The gravest first. */
export const LEVEL_ORDER = Object.keys(LEVELS) as Alert['level'][];

export const LevelTag = ({ level }: Pick<Alert, 'level'>) => (
  <Tag variant="solid" color={LEVELS[level].color} style={{ marginInlineEnd: 0 }}>
    {LEVELS[level].name}
  </Tag>
);
