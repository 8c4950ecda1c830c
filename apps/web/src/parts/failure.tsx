import { Alert } from 'antd';

/** What went wrong, as the sentence the service says; nothing where nothing did. */
export function Failure({ error }: { error: Error | null | undefined }) {
  if (!error) return null;
  return <Alert type="error" role="alert" showIcon title={error.message} style={{ marginBottom: 12 }} />;
}
