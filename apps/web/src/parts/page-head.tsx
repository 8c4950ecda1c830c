import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

/** A page's title, what belongs beside it, and its actions on the right. */
export function PageHead({ title, beside, children }: { title: string; beside?: ReactNode; children?: ReactNode }) {
  return (
    <Flex align="center" gap={12} wrap style={{ marginBottom: 16 }}>
      <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
        {title}
      </Typography.Title>
      {beside}
      <Flex gap={8} style={{ marginInlineStart: 'auto' }} className="no-print">
        {children}
      </Flex>
    </Flex>
  );
}
