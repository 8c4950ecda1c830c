import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { unitsQuery, vocabularyQuery } from '../../../api/queries';
import { useDraft } from '../../../frame/draft';
import { usePlace } from '../../../frame/place';
import { Failure } from '../../../parts/failure';
import { StartOver } from '../../../parts/form-end';
import { type NewUser, type OneTimePassword, type User, useUserCommands } from './commands';

interface Props {
  readonly edited: User | 'new' | null;
  readonly onClose: () => void;
  readonly onCreated: (given: OneTimePassword) => void;
}

const NOBODY: NewUser = { name: '', displayName: '', roles: ['officer'], units: [] };
/** The form that the dialog's button sends. */
const FORM = 'user';

/** A new user, or the name, roles and units of one there is. */
export function UserForm({ edited, onClose, onCreated }: Props) {
  const { create, change } = useUserCommands();
  const draft = useDraft<NewUser>('new-user', NOBODY);
  const isNew = edited === 'new';
  const done = (): void => {
    if (isNew) draft.clear();
    onClose();
  };
  const send = (given: NewUser): void => {
    if (!isNew) return change.mutate(given, { onSuccess: done });
    create.mutate(given, {
      onSuccess: (answer) => {
        done();
        if (answer) onCreated(answer);
      },
    });
  };
  return (
    <Modal
      open={edited !== null}
      title={isNew ? '新建用户' : `修改用户 ${edited?.name ?? ''}`}
      okText={isNew ? '新建' : '保存'}
      cancelText="取消"
      confirmLoading={create.isPending || change.isPending}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      onCancel={onClose}
      footer={(_, { CancelBtn, OkBtn }) => (
        <>
          {isNew && <StartOver draft={draft} />}
          <CancelBtn />
          <OkBtn />
        </>
      )}
      destroyOnHidden
    >
      <Form<NewUser>
        key={draft.formKey}
        id={FORM}
        layout="vertical"
        initialValues={isNew ? draft.values : (edited ?? {})}
        onValuesChange={(_, values) => isNew && draft.change(values)}
        onFinish={send}
      >
        <Fields isNew={isNew} />
      </Form>
      <Failure error={create.error ?? change.error} />
    </Modal>
  );
}

function Fields({ isNew }: { isNew: boolean }) {
  const { year } = usePlace();
  const { data: units = [] } = useQuery(unitsQuery(year));
  const { data: words } = useQuery(vocabularyQuery);
  return (
    <>
      <Form.Item
        name="name"
        label="用户名"
        extra="2 至 64 个汉字、字母、数字或 . _ @ -，以后不能修改"
        rules={[{ required: true, message: '请输入用户名' }]}
      >
        <Input disabled={!isNew} autoComplete="off" />
      </Form.Item>
      <Form.Item name="displayName" label="姓名" rules={[{ required: true, message: '请输入姓名' }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label="角色" rules={[{ type: 'array', min: 1, message: '请选择角色' }]}>
        <Checkbox.Group options={(words?.roles ?? []).map(({ key, name }) => ({ value: key, label: name }))} />
      </Form.Item>
      <Form.Item name="units" label="单位" extra="每个代表该单位及其所有下级；管理角色管全部单位，不受此限">
        <Select
          mode="tags"
          placeholder="选择单位，或输入单位编码"
          showSearch={{ optionFilterProp: 'label' }}
          options={units.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      </Form.Item>
    </>
  );
}
