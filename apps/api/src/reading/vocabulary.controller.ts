import { ROLE_WORDS } from '@juesuan/access';
import { EVENT_WORDS, PART_WORDS } from '@juesuan/application';
import { EXPENDITURE_KINDS, FUND_SOURCES, THREE_PUBLIC_KINDS, UNIT_TYPES } from '@juesuan/classification';
import { REASON_PLACEHOLDERS } from '@juesuan/execution';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AnyRole } from '../access/signed-in';
import { CARRYOVER_WORDS } from '../year/year.dto';
import { VocabularyDto, type WordDto } from './vocabulary.dto';

const wordsOf = (words: Readonly<Record<string, string>>): WordDto[] =>
  Object.entries(words).map(([key, name]) => ({ key, name }));

/** The Chinese words of every code that requests and answers use, so that no page keeps a list of its own. */
@ApiTags('单位')
@Controller('vocabulary')
export class VocabularyController {
  /** 代码与中文 */
  @Get()
  @AnyRole()
  words(): VocabularyDto {
    return {
      fundSources: wordsOf(FUND_SOURCES),
      expenditureKinds: wordsOf(EXPENDITURE_KINDS),
      unitTypes: wordsOf(UNIT_TYPES),
      threePublicKinds: wordsOf(THREE_PUBLIC_KINDS),
      events: wordsOf(EVENT_WORDS),
      roles: wordsOf(ROLE_WORDS),
      adjustmentTypes: wordsOf({
        supplement: '追加',
        cut: '追减',
        transferOut: '调剂转出',
        transferIn: '调剂转入',
        carryoverIn: '上年结转',
        recall: '收回',
      }),
      adjustmentStates: wordsOf({
        drafted: '草稿',
        submitted: '待审核',
        approved: '已批准',
        rejected: '已退回',
        applied: '已执行',
      }),
      carryoverKinds: wordsOf(CARRYOVER_WORDS),
      driverKinds: wordsOf(PART_WORDS),
      reasonPlaceholders: Object.entries(REASON_PLACEHOLDERS).map(([name, key]) => ({ key, name })),
    };
  }
}
