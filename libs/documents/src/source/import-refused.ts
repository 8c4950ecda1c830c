import { RuleViolation } from '@juesuan/kernel';

/** One thing wrong with an import source: where it stands, which rule it breaks, what to do. Rule and advice are Chinese. */
export interface CellError {
  file: string;
  row: number | null;
  column: string | null;
  value: string | null;
  rule: string;
  advice: string;
}

const SHOWN = 3;

/** An import that may not happen, with everything found wrong at once, so that the officer corrects her files in one go. */
export class ImportRefused extends RuleViolation {
  constructor(readonly errors: CellError[]) {
    super('import-refused', messageOf(errors), { errors: errors.length });
    this.name = 'ImportRefused';
  }
}

/** A refusal of a whole file or of one line, where reading on would make no sense. */
export const refusal = (file: string, row: number | null, rule: string, advice: string): ImportRefused =>
  new ImportRefused([{ file, row, column: null, value: null, rule, advice }]);

/** Reads several things one after another, then refuses them together: every file is looked at before any is sent back. */
export async function readEach<Item, Result>(
  items: readonly Item[],
  read: (item: Item) => Result | Promise<Result>,
): Promise<Result[]> {
  const errors: CellError[] = [];
  const results: Result[] = [];
  for (const item of items) {
    try {
      results.push(await read(item));
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      // Not spread: more than about 120,000 arguments overflow the stack.
      for (const one of error.errors) errors.push(one);
    }
  }
  if (errors.length > 0) throw new ImportRefused(errors);
  return results;
}

function messageOf(errors: readonly CellError[]): string {
  const shown = errors.slice(0, SHOWN).map(sentence).join('');
  const more = errors.length > SHOWN ? `另有 ${errors.length - SHOWN} 处未列出。` : '';
  return `${errors.length} 处不合规则，什么都没有记录。${shown}${more}`;
}

function sentence({ file, row, column, value, rule, advice }: CellError): string {
  const place = [file, row === null ? '' : ` 第 ${row} 行`, column === null ? '' : `“${column}”栏`].join('');
  const found = value === null ? '' : `（值“${value}”）`;
  return `${place}${found}：${ruleAndAdvice({ rule, advice }).replace(FULL_STOP, '')}。`;
}

const FULL_STOP = /。$/;

/** Rule and advice as one sentence, whether or not the rule is a sentence already. */
export const ruleAndAdvice = ({ rule, advice }: Pick<CellError, 'rule' | 'advice'>): string =>
  advice === '' ? rule : `${rule.replace(FULL_STOP, '')}；${advice}`;
