export class WordDto {
  key!: string;
  name!: string;
}

/** 请求和回答中的代码及其中文 */
export class VocabularyDto {
  fundSources!: WordDto[];
  expenditureKinds!: WordDto[];
  unitTypes!: WordDto[];
  threePublicKinds!: WordDto[];
  events!: WordDto[];
  roles!: WordDto[];
  adjustmentTypes!: WordDto[];
  adjustmentStates!: WordDto[];
  carryoverKinds!: WordDto[];
  /** 差异的成因，数字的组成部分 */
  driverKinds!: WordDto[];
  /** 差异原因中可用的占位，name 写在花括号里 */
  reasonPlaceholders!: WordDto[];
}
