import { Alert, Empty, Typography } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Account, Paragraph } from '../account';
import { type Pointing, shows } from '../pointing';
import { segmentsOf } from './segments';

interface Props {
  readonly account: Account;
  readonly marked: ReadonlySet<string>;
  readonly point: Pointing['point'];
  /** What may be done with a paragraph. */
  readonly actions?: (paragraph: Paragraph) => ReactNode;
}

/** The text of the document; every figure leads to what is behind it and to its cell, every gap is seen. */
export function Words({ account, marked, point, actions }: Props) {
  const first = useFirstMarked(marked);
  if (account.notes.length === 0) return <Empty description="这份文件还没有文字。" />;
  return (
    <div ref={first} className="words">
      {account.notes.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <Typography.Title level={2} style={{ fontSize: 15 }}>
            {heading}
          </Typography.Title>
          {paragraphs.map((paragraph) => (
            <Sentence key={paragraph.key} {...{ paragraph, marked, point }}>
              {actions?.(paragraph)}
            </Sentence>
          ))}
        </section>
      ))}
    </div>
  );
}

interface SentenceProps {
  readonly paragraph: Paragraph;
  readonly marked: ReadonlySet<string>;
  readonly point: Pointing['point'];
  readonly children?: ReactNode;
}

function Sentence({ paragraph, marked, point, children }: SentenceProps) {
  const isMarked = paragraph.figures.some((figure) => shows(figure, marked));
  return (
    <div className={isMarked ? 'sentence marked' : 'sentence'} data-paragraph={paragraph.key}>
      <p>
        {segmentsOf(paragraph).map((segment, index) => {
          if (segment.is === 'words') return segment.text;
          if (segment.is === 'gap')
            return (
              <mark key={index} title={`待补充：${segment.missing}`}>
                {segment.text}
              </mark>
            );
          const { figure, text } = segment;
          return (
            <button
              key={index}
              type="button"
              className={shows(figure, marked) ? 'figure-link marked' : 'figure-link'}
              onClick={() => point(figure.source)}
            >
              {text}
            </button>
          );
        })}
        {children}
      </p>
      {paragraph.stale !== null && <Alert type="warning" showIcon title={paragraph.stale} />}
    </div>
  );
}

const SCROLL_MARGIN = 80;

/** Brings the first sentence that uses the marked figure into view. */
function useFirstMarked(marked: ReadonlySet<string>) {
  const words = useRef<HTMLDivElement>(null);
  const named = [...marked].join();
  useEffect(() => {
    const sentence = named === '' ? null : words.current?.querySelector<HTMLElement>('.sentence.marked');
    // Only the text scrolls: the page and the table beside it stay where they are.
    if (sentence) sentence.closest('.text-pane')?.scrollTo({ top: sentence.offsetTop - SCROLL_MARGIN });
  }, [named]);
  return words;
}
