import { isUnitCode } from '@juesuan/execution';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** Words that a store can keep and a page can show: no control characters, no half of a character. */
const PRINTABLE = /^(?:[^\p{Cc}\p{Cs}\u2028\u2029]|[\n\t])*$/u;

/** May be left out; null is a value like any other and must be right. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** An object of a form of its own; it may not be missing, which ValidateNested alone would let pass. */
export const Nested = (form: () => new () => object): PropertyDecorator =>
  applyDecorators(IsObject({ message: '不能缺少。' }), ValidateNested(), Type(form));

/** A list of objects of a form of their own; a list inside the list would slip past ValidateNested. */
export const NestedList = (form: () => new () => object, least: number, most: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(least, { message: `至少 ${least} 条。` }),
    ArrayMaxSize(most, { message: `最多 ${most} 条。` }),
    IsObject({ each: true, message: '每条须为对象。' }),
    ValidateNested({ each: true }),
    Type(form),
  );

/** A text of people, at most so long. */
export const Words = (most: number): PropertyDecorator =>
  applyDecorators(
    IsString(),
    MaxLength(most, { message: `最多 ${most} 个字。` }),
    Matches(PRINTABLE, { message: '含有不能保存的字符。' }),
  );

/** A text that may not be empty, at most so long. */
export const SomeWords = (most: number): PropertyDecorator =>
  applyDecorators(Words(most), MinLength(1, { message: '不能为空。' }));

/** Characters that cannot be seen: a name or number with one would be another that looks the same. Imports leave them out. */
export const Visible = (): PropertyDecorator =>
  Matches(/^\P{Cf}*$/u, { message: '含有看不见的字符，请删去后重新输入。' });

/** A name by which things are found again. */
export const Name = (most: number): PropertyDecorator => applyDecorators(Words(most), Visible());

/** A code or number as it stands in an address: short, no slash, no blank at its ends. */
export const Code = (most = 64): PropertyDecorator =>
  applyDecorators(SomeWords(most), Visible(), Matches(/^\S(?:.*\S)?$/, { message: '前后不能有空格。' }));

/** Units by their codes, whether or not they are opened yet. */
export const UnitCodes = (most: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(most, { message: `最多 ${most} 个。` }),
    IsString({ each: true }),
    ValidateBy(
      { name: 'isUnitCode', validator: { validate: (value) => typeof value === 'string' && isUnitCode(value) } },
      {
        each: true,
        message: '不是单位编码：只用半角数字、字母、汉字和 . _ -，最多 32 个字。',
      },
    ),
  );

/** A fiscal year as addresses and forms write it. */
export const FiscalYear = (): PropertyDecorator =>
  applyDecorators(
    Type(() => Number),
    IsInt(),
    Min(1950, { message: '不是财政年度。' }),
    Max(2200, { message: '不是财政年度。' }),
  );

/** A day as the system writes it; whether it exists is the domain's to say. */
export const Day = (): PropertyDecorator =>
  applyDecorators(IsString(), Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '须为日期，如 2023-04-07。' }));

/** An amount as a text: 元 such as `1693402.78`, or `12.5万元`; never a JSON number, which is a float. */
export const AmountText = (): PropertyDecorator =>
  applyDecorators(
    IsString({ message: '金额须为文字，如 "1693402.78"（元）或 "12.5万元"。' }),
    MaxLength(40, { message: '不是金额。' }),
  );
