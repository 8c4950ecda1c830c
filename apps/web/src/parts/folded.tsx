import { Typography } from 'antd';

/** Somebody's words in a table: two lines of them, the whole where one points at them. */
export function Folded({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <Typography.Paragraph
      style={{ margin: 0 }}
      ellipsis={{ rows: 2, tooltip: { title: text, trigger: ['hover', 'click'] } }}
    >
      {text}
    </Typography.Paragraph>
  );
}
