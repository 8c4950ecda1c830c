import fastify from 'fastify';
import { logs } from './log';

/** What the log says of a request. */
async function said(address: string): Promise<string> {
  let text = '';
  const { requests } = logs('debug', { write: (line) => void (text += line) });
  const server = fastify();
  requests(server);
  server.get('/api/users/:name/password', () => ({}));
  await fetch((await server.listen({ host: '127.0.0.1', port: 0 })) + address);
  await server.close();
  return text;
}

it('names the route of a request, never the person in its address', async () => {
  const line = await said(`/api/users/${encodeURIComponent('张三')}/password?of=${encodeURIComponent('李四')}`);
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/api/users/:name/password', status: 200 });
  expect(decodeURIComponent(line)).not.toMatch(/张三|李四/);
});

it('names nothing of an address that leads nowhere', async () => {
  const line = await said(`/${encodeURIComponent('张三')}`);
  expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: null, status: 404 });
  expect(decodeURIComponent(line)).not.toContain('张三');
});
