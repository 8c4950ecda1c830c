import { Alert, Button, Flex } from 'antd';
import { Problem } from '../api/client';

interface Props {
  readonly error: Error | null;
  /** Sends again on the newest state, once she has looked at what came in between. */
  readonly onSendAgain?: () => void;
}

/** Of what a form was filled in on: it has changed since, or is not of this year. */
const SEEN_OTHERWISE = ['changed-meanwhile', 'revision-not-reached'];

/** Why a command was not recorded, beside the form that sent it; all that was typed is still there. */
export function Refusal({ error, onSendAgain }: Props) {
  if (error === null) return null;
  const changed = error instanceof Problem && SEEN_OTHERWISE.includes(error.code);
  const fields = error instanceof Problem ? Object.values(error.fields ?? {}).flat() : [];
  return (
    <Alert
      type={changed ? 'warning' : 'error'}
      role="alert"
      showIcon
      style={{ marginBottom: 16 }}
      title={error.message}
      description={
        fields.length > 0 || (changed && onSendAgain) ? (
          <Flex vertical gap={8} align="start">
            {fields.map((text) => (
              <span key={text}>{text}</span>
            ))}
            {changed && onSendAgain && <Button onClick={onSendAgain}>已看过最新情况，仍要提交</Button>}
          </Flex>
        ) : undefined
      }
    />
  );
}
