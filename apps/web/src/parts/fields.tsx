import { DatePicker, Input, Select, Space, Typography } from 'antd';
import dayjs from 'dayjs';
import { type SyntheticEvent, useState } from 'react';
import { usePlace } from '../frame/place';
import { amountOf, dayText, type TypedAmount, typedAmount } from './typed';

interface Field {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

interface AmountProps extends Field {
  readonly label?: string;
  /** Where no label stands beside it. */
  readonly placeholder?: string;
}

/** An amount as the service takes it. A unit that is typed is chosen by it; an emptied field is in 元 again. */
export function AmountField({ id, label = '金额', placeholder, value = '', onChange }: AmountProps) {
  const { figures, unit } = typedAmount(value);
  const say = (typed: TypedAmount): void => onChange?.(amountOf(typed));
  return (
    <Space.Compact block>
      <Input
        {...(id === undefined ? {} : { id })}
        {...(placeholder === undefined ? {} : { placeholder })}
        aria-label={label}
        inputMode="decimal"
        className="figure"
        value={figures}
        onChange={({ target }) => {
          const typed = typedAmount(target.value);
          say({ figures: typed.figures, unit: typed.unit ?? unit ?? '元' });
        }}
      />
      <Select
        aria-label={`${label}单位`}
        style={{ width: 84 }}
        value={unit ?? '元'}
        options={[{ value: '元' as const }, { value: '万元' as const }]}
        onChange={(chosen) => say({ figures, unit: chosen })}
      />
    </Space.Compact>
  );
}

/**
 * A day of the year shown, as the service writes it. What is typed in another way is read as it is left; what is no day leaves the field
 * empty and is told, so that a day on the screen is always the day that is sent.
 */
export function DayField({ id, label = '日期', value, onChange }: Field & { readonly label?: string }) {
  const { year } = usePlace();
  const [wrong, setWrong] = useState('');
  const choose = (day: string): void => {
    setWrong('');
    onChange?.(day);
  };
  const take = ({ currentTarget, target }: SyntheticEvent): void => {
    const typed = target instanceof HTMLInputElement && currentTarget.contains(target) ? target.value.trim() : '';
    if (typed === '' || typed === value) return;
    const day = dayText(typed, year);
    const isTaken = day?.startsWith(`${year}-`) === true;
    choose(isTaken ? day : '');
    if (!isTaken)
      setWrong(day === null ? `“${typed}”不是日期，请写成 ${year}-03-05。` : `${typed} 不在 ${year} 年度内。`);
  };
  return (
    // The picker itself tells nothing of text that it cannot read.
    <div onBlur={take}>
      <DatePicker
        {...(id === undefined ? {} : { id })}
        {...(wrong === '' ? {} : { status: 'error' })}
        aria-label={label}
        style={{ width: '100%' }}
        value={value ? dayjs(value) : null}
        minDate={dayjs(`${year}-01-01`)}
        maxDate={dayjs(`${year}-12-31`)}
        defaultPickerValue={dayjs(`${year}-12-01`)}
        // Enter takes the day that was typed; it does not send the form.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          take(event);
        }}
        onChange={(day) => choose(day?.format('YYYY-MM-DD') ?? '')}
      />
      {wrong !== '' && (
        <Typography.Text type="danger" role="alert">
          {wrong}
        </Typography.Text>
      )}
    </div>
  );
}
