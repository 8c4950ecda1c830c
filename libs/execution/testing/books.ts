import { CodeBook, type CodeEntry } from '@juesuan/classification';
import type { Books } from '../src';

const inForce = (code: string, name: string, from: string | null = null, to: string | null = null): CodeEntry => ({
  code,
  name,
  from,
  to,
});

/** A handful of codes: two that change in the middle of 2023, the rest in force for ever. */
export const books: Books = {
  functional: new CodeBook('functional', [
    inForce('208', '社会保障和就业支出'),
    inForce('20801', '人力资源和社会保障管理事务'),
    inForce('2080101', '行政运行'),
    inForce('2080102', '一般行政管理事务'),
    inForce('2080105', '劳动保障监察（旧）', null, '2023-06-30'),
    inForce('2080115', '劳动保障监察', '2023-07-01'),
    inForce('212', '城乡社区支出'),
    inForce('21208', '国有土地使用权出让收入安排的支出'),
    inForce('2120801', '征地和拆迁补偿支出'),
  ]),
  economic: new CodeBook('economic', [
    inForce('301', '工资福利支出'),
    inForce('30101', '基本工资'),
    inForce('302', '商品和服务支出'),
    inForce('30201', '办公费'),
    inForce('30212', '因公出国（境）费用'),
    inForce('30217', '公务接待费'),
    inForce('30231', '公务用车运行维护费'),
    inForce('309', '资本性支出（基本建设）'),
    inForce('30913', '公务用车购置'),
    inForce('310', '资本性支出'),
    inForce('31013', '公务用车购置'),
  ]),
};
