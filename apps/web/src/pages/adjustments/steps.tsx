import { Alert, App, Flex, Form, Input } from 'antd';
import { api } from '../../api/client';
import { useDraft } from '../../frame/draft';
import { useMayRecordFor } from '../../frame/may-record';
import { usePlace } from '../../frame/place';
import { useCommand } from '../../parts/command';
import { StartOver } from '../../parts/form-end';
import { RecordButton } from '../../parts/record-button';
import { Refusal } from '../../parts/refusal';
import { type Role, useUser } from '../../session/session';
import type { Adjustment } from './adjustments';

interface StepProps {
  readonly of: Adjustment;
  readonly step: 'submit' | 'apply';
  readonly title: string;
  readonly by: readonly Role[];
}

/** A step that needs nothing but to be taken. */
export function Step({ of: { unit, id, documentNumber }, step, title, by }: StepProps) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const take = useCommand<null>(
    (_, header) => {
      const options = { params: { path: { unit, year, id }, header } };
      return step === 'submit'
        ? api.POST('/api/units/{unit}/years/{year}/adjustments/{id}/submit', options)
        : api.POST('/api/units/{unit}/years/{year}/adjustments/{id}/apply', options);
    },
    () => void message.success(`${documentNumber} 已${title}。`),
  );
  return (
    <Flex vertical style={{ width: '100%' }} align="start">
      <Refusal error={take.error} />
      <RecordButton
        unit={unit}
        by={by}
        type="primary"
        loading={take.isPending}
        onClick={() => take.mutate({ input: null })}
      >
        {title}
      </RecordButton>
    </Flex>
  );
}

const REVIEWERS: readonly Role[] = ['reviewer'];

type Verdict = 'approve' | 'reject';

/** 审核: by somebody else than its officer, with a comment. */
export function Review({ of }: { of: Adjustment }) {
  const { name } = useUser();
  const mayReview = useMayRecordFor(REVIEWERS)(of.unit);
  if (!mayReview) return <Alert type="info" showIcon title="已送审，等待审核人办理。" />;
  if (of.steps.some(({ actor }) => actor === name)) {
    return <Alert type="info" showIcon title="这张调整单由您经办，须由另一人审核。" />;
  }
  return <Verdicts of={of} />;
}

function Verdicts({ of: { unit, id, documentNumber } }: { of: Adjustment }) {
  const { year } = usePlace();
  const { message } = App.useApp();
  const draft = useDraft(`review.${unit}.${id}`, { comment: '' });
  const { comment } = draft.values;
  const judge = useCommand<Verdict>(
    (verdict, header) => {
      const options = { params: { path: { unit, year, id }, header }, body: { comment } };
      return verdict === 'approve'
        ? api.POST('/api/units/{unit}/years/{year}/adjustments/{id}/approve', options)
        : api.POST('/api/units/{unit}/years/{year}/adjustments/{id}/reject', options);
    },
    (verdict) => {
      draft.forget();
      void message.success(`${documentNumber} 已${verdict === 'approve' ? '批准' : '退回'}。`);
    },
  );
  const judged = { unit, by: REVIEWERS };
  return (
    <Form layout="vertical">
      <Refusal error={judge.error} />
      <Form.Item label="审核意见" htmlFor="comment">
        <Input.TextArea
          id="comment"
          rows={2}
          value={comment}
          onChange={({ target }) => draft.change({ comment: target.value })}
        />
      </Form.Item>
      <Flex gap={8}>
        <RecordButton
          {...judged}
          type="primary"
          loading={judge.isPending}
          onClick={() => judge.mutate({ input: 'approve' })}
        >
          批准
        </RecordButton>
        <RecordButton
          {...judged}
          danger
          disabled={judge.isPending || comment.trim() === ''}
          title={comment.trim() === '' ? '退回须写明意见' : ''}
          onClick={() => judge.mutate({ input: 'reject' })}
        >
          退回经办
        </RecordButton>
        <StartOver draft={draft} />
      </Flex>
    </Form>
  );
}
