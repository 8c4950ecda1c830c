import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../../api/client';

export type User = Schemas['UserDto'];
export type NewUser = Schemas['NewUserDto'];
export type Change = Schemas['ChangeUserDto'];
export type OneTimePassword = Schemas['OneTimePasswordDto'];

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async () => (await api.GET('/api/users')).data ?? [],
});

const create = async (user: NewUser) => (await api.POST('/api/users', { body: user })).data;

const change = async ({ name, ...changes }: Change & { readonly name: string }) =>
  (await api.PATCH('/api/users/{name}', { params: { path: { name } }, body: changes })).data;

const reset = async (name: string) =>
  (await api.POST('/api/users/{name}/password', { params: { path: { name } } })).data;

/** What an administrator does with users; each refreshes the list. */
export function useUserCommands() {
  const queries = useQueryClient();
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: usersQuery.queryKey });
  return {
    create: useMutation({ mutationFn: create, onSuccess }),
    change: useMutation({ mutationFn: change, onSuccess }),
    reset: useMutation({ mutationFn: reset, onSuccess }),
  };
}
