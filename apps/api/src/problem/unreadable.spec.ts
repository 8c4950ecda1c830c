import { once } from 'node:events';
import { connect } from 'node:net';
import { type Service, startService } from '../../testing/service';

let service: Service;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());

it.each([
  ['an address of megabytes', `GET /api/units/${'9'.repeat(200_000)} HTTP/1.1\r\n\r\n`, 431, 'too-large', '太长'],
  ['what is no HTTP', '决算\r\n\r\n', 400, 'malformed', '不能识别'],
])('%s is refused in words', async (_what, request, status, code, says) => {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1').setEncoding('utf8');
  // Cut off while it still sends.
  socket.on('error', () => undefined);
  let text = '';
  socket.on('data', (piece) => (text += String(piece)));
  socket.write(request);
  await once(socket, 'close');
  const [head = '', body = ''] = text.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('Content-Type: application/problem+json');
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ status, code, detail: expect.stringContaining(says) });
});
