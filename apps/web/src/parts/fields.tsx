import { DatePicker, Input, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { usePlace } from '../frame/place';

interface Field {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

const WAN = '万元';

/** `12.5万` and `12.5 万元` are 万元; grouping commas of a spreadsheet are not part of a number. */
export function amountText(typed: string): string {
  const text = typed.replaceAll(/[,，\s￥¥]/g, '');
  const [, wan] = /^(.*?)万元?$/.exec(text) ?? [];
  return wan === undefined ? text.replace(/元$/, '') : wan + WAN;
}

interface AmountProps extends Field {
  readonly label?: string;
  /** Where no label stands beside it. */
  readonly placeholder?: string;
}

/** An amount as the service takes it: 元, or 万元 where it says so. */
export function AmountField({ id, label = '金额', placeholder, value = '', onChange }: AmountProps) {
  const isWan = value.endsWith(WAN);
  const figures = isWan ? value.slice(0, -WAN.length) : value;
  const say = (text: string, wan: boolean): void => onChange?.(wan ? text + WAN : text);
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
          const text = amountText(target.value);
          say(text.endsWith(WAN) ? text.slice(0, -WAN.length) : text, text.endsWith(WAN) || isWan);
        }}
      />
      <Select
        aria-label={`${label}单位`}
        style={{ width: 84 }}
        value={isWan ? WAN : '元'}
        options={[{ value: '元' }, { value: WAN }]}
        onChange={(unit) => say(figures, unit === WAN)}
      />
    </Space.Compact>
  );
}

/** A day of the year shown, as the service writes it. */
export function DayField({ id, label = '日期', value, onChange }: Field & { readonly label?: string }) {
  const { year } = usePlace();
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      minDate={dayjs(`${year}-01-01`)}
      maxDate={dayjs(`${year}-12-31`)}
      defaultPickerValue={dayjs(`${year}-12-01`)}
      // Enter takes the day that was typed; it does not send the form.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD') ?? '')}
    />
  );
}
