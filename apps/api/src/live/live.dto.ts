import { FiscalYear, Optional } from '../common/fields';

export class LiveQuery {
  /** 只看这个财政年度 */
  @Optional()
  @FiscalYear()
  year?: number;
}
