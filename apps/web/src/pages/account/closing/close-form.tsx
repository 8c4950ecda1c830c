import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Flex, Skeleton, Typography } from 'antd';
import dayjs from 'dayjs';
import { api } from '../../../api/client';
import { yearKey } from '../../../api/queries';
import { useDraft } from '../../../frame/draft';
import { type Place, usePlace } from '../../../frame/place';
import { useCommand } from '../../../parts/command';
import { Failure } from '../../../parts/failure';
import { StartOver } from '../../../parts/form-end';
import { Refusal } from '../../../parts/refusal';
import { DispositionTable } from './disposition-table';
import { type Choices, dispositionsOf, lacking, type LineAccount, withMoney } from './dispositions';
import { Unresolved } from './unresolved';

const openLinesQuery = (place: Place) => ({
  queryKey: [...yearKey(place), 'closing-lines'],
  queryFn: async () =>
    (await api.GET('/api/units/{unit}/years/{year}/lines', { params: { path: place, query: {} } })).data?.lines ?? [],
});

/** Closing a year: what becomes of each line's money, shown before anything is recorded. */
export function CloseForm({ unitName }: { unitName: string }) {
  const place = usePlace();
  const { data, error } = useQuery(openLinesQuery(place));
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton active />;
  return <Form unitName={unitName} lines={withMoney(data)} />;
}

function Form({ unitName, lines }: { unitName: string; lines: readonly LineAccount[] }) {
  const { year } = usePlace();
  const draft = useDraft<{ choices: Choices; date: string }>('closing', {
    choices: {},
    date: `${year}-12-31`,
  });
  const { values, change } = draft;
  const { modal, message } = App.useApp();
  const command = useClosing(() => {
    draft.forget();
    void message.success('已关账。未用的额度转到了哪里，见本页。');
  });
  const lacks = lacking(lines, values.choices);
  const close = (): void =>
    void modal.confirm({
      title: `关闭 ${unitName} ${year} 年度？`,
      content:
        '关账后不能再记录支付、调整和其他事项；冻结全部解冻；表中各条指标的余额按所选方式处理。管理员可以写明理由后重新开账。',
      okText: '关账',
      onOk: () => command.mutate({ input: { date: values.date, dispositions: dispositionsOf(lines, values.choices) } }),
    });
  return (
    <Flex vertical gap={12}>
      <Typography.Text>
        关账时，下列指标未用的额度按所选方式处理。基本支出只能结转或收回；收回须写文号和事由。部门连同所属单位一起关账，有一个单位不合规则就都不关。
      </Typography.Text>
      <DispositionTable lines={lines} choices={values.choices} choose={(choices) => change({ choices })} />
      <Unresolved />
      {lacks !== null && <Alert type="warning" showIcon title={lacks} />}
      <Refusal error={command.error} />
      <Flex gap={8} align="center">
        <DatePicker
          aria-label="关账日期"
          allowClear={false}
          value={dayjs(values.date)}
          minDate={dayjs(`${year}-01-01`)}
          maxDate={dayjs(`${year}-12-31`)}
          onChange={(day) => day && change({ date: day.format('YYYY-MM-DD') })}
        />
        <Button type="primary" disabled={lacks !== null} loading={command.isPending} onClick={close}>
          关账…
        </Button>
        <StartOver draft={draft} />
      </Flex>
    </Flex>
  );
}

function useClosing(onClosed: () => void) {
  const { unit, year } = usePlace();
  return useCommand<{ date: string; dispositions: ReturnType<typeof dispositionsOf> }>(
    (body, header) =>
      api.POST('/api/units/{unit}/years/{year}/close', { params: { path: { unit, year }, header }, body }),
    onClosed,
  );
}
