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
}
