import { InputNumber, Switch, Tag } from 'antd';

interface Shown {
  readonly label: string;
  /** Otherwise the value stands there to be read. */
  readonly mayChange: boolean;
}

interface WholeProps extends Shown {
  readonly least: number;
  readonly most: number;
  readonly id?: string;
  readonly value?: number | null;
  readonly onChange?: (value: number | null) => void;
}

/** A whole number within its bounds; the form around it gives the value. */
export function Whole({ label, mayChange, least, most, value = null, ...given }: WholeProps) {
  if (!mayChange) return <span className="figure">{value ?? '—'}</span>;
  return (
    <InputNumber<number>
      {...given}
      aria-label={label}
      min={least}
      max={most}
      precision={0}
      controls={false}
      value={value}
      style={{ width: 64 }}
    />
  );
}

interface OnOffProps extends Shown {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (value: boolean) => void;
}

/** Whether a rule is in force; the form around it gives the value. */
export function OnOff({ label, mayChange, value = false, ...given }: OnOffProps) {
  if (!mayChange) return <Tag color={value ? 'blue' : 'default'}>{value ? '启用' : '停用'}</Tag>;
  return <Switch {...given} aria-label={label} size="small" checked={value} />;
}
