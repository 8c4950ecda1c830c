import { type ClipboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { type Chip, pieces } from './text';
import './wording.css';

export interface ChipEditorHandle {
  insert(chip: Chip): void;
}

interface Props {
  readonly label: string;
  /** What it begins with; later changes are the typist's. */
  readonly initial: string;
  readonly chips: readonly Chip[];
  readonly onChange: (text: string) => void;
  readonly ref: Ref<ChipEditorHandle>;
}

/** Words with figures in them as blocks that cannot be typed over: one may move or remove a block, never change its figure. */
export function ChipEditor({ label, initial, chips, onChange, ref }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const known = useRef({ initial, chips });
  useEffect(() => {
    const nodes = pieces(known.current.initial).map(({ is, text }) =>
      is === 'words' ? document.createTextNode(text) : blockOf(text, known.current.chips),
    );
    box.current?.replaceChildren(...nodes);
  }, []);
  const tell = (): void => onChange(box.current ? textIn(box.current).replace(/^\n+/, '') : '');
  useImperativeHandle(ref, () => ({
    insert: (chip) => {
      if (!box.current) return;
      put(blockOf(chip.insert, [chip]), box.current);
      tell();
    },
  }));
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain').replace(/[{}]/g, ''));
  };
  return (
    <div
      ref={box}
      className="chip-editor"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      onInput={tell}
      onPaste={paste}
    />
  );
}

function blockOf(insert: string, chips: readonly Chip[]): HTMLElement {
  const block = document.createElement('span');
  block.className = 'chip';
  block.contentEditable = 'false';
  block.dataset['insert'] = insert;
  block.textContent = chips.find((chip) => chip.insert === insert)?.label ?? insert;
  return block;
}

/** Puts a block where the caret is, or at the end where the caret is elsewhere. */
function put(block: HTMLElement, box: HTMLElement): void {
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || !box.contains(range.commonAncestorContainer)) {
    box.append(block);
  } else {
    range.deleteContents();
    range.insertNode(block);
  }
  selection?.setPosition(block.parentNode, [...(block.parentNode?.childNodes ?? [])].indexOf(block) + 1);
}

const isLast = ({ nextSibling }: Node): boolean => nextSibling === null;

/** The words as they are recorded: a block is its placeholder. */
function textIn(node: Node): string {
  if (node instanceof HTMLElement && node.dataset['insert'] !== undefined) return `{${node.dataset['insert']}}`;
  if (node instanceof Text) return node.data.replace(/[{}\u200b]/g, '').replace(/\u00a0/g, ' ');
  // The browser holds an empty line open with a break of its own, which is no second one.
  if (node instanceof HTMLBRElement) return isLast(node) ? '' : '\n';
  const inside = [...node.childNodes].map(textIn).join('');
  return node instanceof HTMLDivElement && node.previousSibling ? `\n${inside}` : inside;
}
