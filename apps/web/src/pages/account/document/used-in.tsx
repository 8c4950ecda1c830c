import { Typography } from 'antd';
import type { Paragraph } from '../account';
import { shows } from '../pointing';

/** The sentences that say the figure; where no sentence does, nothing. */
export function UsedIn({ paragraphs, marked }: { paragraphs: readonly Paragraph[]; marked: ReadonlySet<string> }) {
  const using = paragraphs.filter(({ figures }) => figures.some((figure) => shows(figure, marked)));
  if (using.length === 0) return null;
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: 15 }}>
        用到这个数的文字
      </Typography.Title>
      {using.map(({ key, text }) => (
        <Typography.Paragraph key={key}>{text}</Typography.Paragraph>
      ))}
    </section>
  );
}
