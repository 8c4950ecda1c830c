import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useRef } from 'react';
import { api, commandHeaders, newKey, type Schemas } from '../../../api/client';
import { unitsQuery, vocabularyQuery } from '../../../api/queries';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { StartOver } from '../../../parts/form-end';

type Unit = Schemas['UnitDto'];
type Given = Schemas['OpenYearDto'] & { readonly code: string };

interface Props {
  readonly open: boolean;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}

const NONE: Given = { code: '', unitName: '', unitType: 'administrative' };
/** The form that the dialog's button sends. */
const FORM = 'open-year';

/** Opens the year for a unit; the parent names the department it belongs to. */
export function OpenYear({ open, units, onClose }: Props) {
  const { year } = usePlace();
  const draft = useDraft<Given>('open-year', NONE);
  const opening = useOpening(year, () => {
    draft.clear();
    onClose();
  });
  return (
    <Modal
      open={open}
      title={`为单位开启 ${year} 年度`}
      okText="开启"
      cancelText="取消"
      confirmLoading={opening.isPending}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      onCancel={onClose}
      footer={(_, { CancelBtn, OkBtn }) => (
        <>
          <StartOver draft={draft} />
          <CancelBtn />
          <OkBtn />
        </>
      )}
      destroyOnHidden
    >
      <Form<Given>
        key={draft.formKey}
        id={FORM}
        layout="vertical"
        initialValues={draft.values}
        onValuesChange={(_, values) => draft.change(values)}
        onFinish={(given) => opening.mutate(given)}
      >
        <Fields units={units} />
      </Form>
      <Failure error={opening.error} />
    </Modal>
  );
}

function useOpening(year: number, onDone: () => void) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: ({ code, ...body }: Given) =>
      api.POST('/api/units/{unit}/years/{year}/open', {
        params: { path: { unit: code, year }, header: commandHeaders(key.current) },
        body,
      }),
    onSuccess: async () => {
      key.current = newKey();
      await queries.invalidateQueries({ queryKey: unitsQuery(year).queryKey });
      onDone();
    },
  });
}

function Fields({ units }: { units: readonly Unit[] }) {
  const { data: words } = useQuery(vocabularyQuery);
  return (
    <>
      <Form.Item name="code" label="单位编码" rules={[{ required: true, message: '请输入单位编码' }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitName" label="单位名称" rules={[{ required: true, message: '请输入单位名称' }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="unitType" label="单位类型">
        <Select options={(words?.unitTypes ?? []).map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
      <Form.Item name="parentCode" label="上级单位" extra="部门没有上级">
        <Select allowClear options={units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} />
      </Form.Item>
    </>
  );
}
