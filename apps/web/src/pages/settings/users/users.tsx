import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { Failure } from '../../../parts/failure';
import { type OneTimePassword, type User, usersQuery, useUserCommands } from './commands';
import { OneTime } from './one-time';
import { UserForm } from './user-form';
import { UserTable } from './user-table';

/** Everybody who can sign in: make, change, disable, give a new one-time password. */
export function Users() {
  const { data = [], error, isPending } = useQuery(usersQuery);
  const { change, reset } = useUserCommands();
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const [shown, setShown] = useState<OneTimePassword | null>(null);
  return (
    <>
      <Flex justify="end" style={{ marginBottom: 12 }}>
        <Button type="primary" icon={<UserAddOutlined />} onClick={() => setEdited('new')}>
          新建用户
        </Button>
      </Flex>
      <Failure error={error ?? change.error ?? reset.error} />
      <UserTable
        users={data}
        busy={isPending || change.isPending || reset.isPending}
        onEdit={setEdited}
        onDisable={({ name, disabled }) => change.mutate({ name, disabled: !disabled })}
        onReset={({ name }) => reset.mutate(name, { onSuccess: (given) => setShown(given ?? null) })}
      />
      <UserForm edited={edited} onClose={() => setEdited(null)} onCreated={setShown} />
      <OneTime shown={shown} onClose={() => setShown(null)} />
    </>
  );
}
