import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import { startService } from '../testing/service';

/** A connection that has sent this much of a request, and leaves it there. */
async function halfSent(url: string, text: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  // How it is cut off does not matter here.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.write(text, () => resolve()));
  return socket;
}

/** Everything the other side says until it is done. */
async function textOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const piece of socket.setEncoding('utf8')) text += String(piece);
  return text;
}

const HEAD =
  'POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n';

it('the service stops soon, whatever its clients have left half sent', async () => {
  const service = await startService();
  const sockets = await Promise.all(['', HEAD, `${HEAD}\r\n{`].map((text) => halfSent(service.url, text)));
  // What was sent has been read.
  await service.ask('GET /api/health');
  const ended = Promise.all(sockets.map((socket) => once(socket.resume(), 'close')));
  await service.close();
  await ended;
});

it('what comes in on a connection while the service stops is answered like anything else', async () => {
  const service = await startService();
  const server = service.app.getHttpServer() as Server;
  const socket = await halfSent(service.url, HEAD);
  await service.ask('GET /api/health');
  const closed = service.close();
  while (server.listening) await turn();
  socket.write(`Connection: keep-alive\r\n\r\n${'{'.padEnd(50)}`);
  const answer = await textOf(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*"code":"malformed"/s);
  expect(answer).toMatch(/^connection: close$/im);
  await closed;
});

it('the service stops as soon as the last request is answered, though its connection was to be kept', async () => {
  const service = await startService();
  const server = service.app.getHttpServer() as Server;
  const socket = await halfSent(service.url, `${HEAD}\r\n{`);
  await service.ask('GET /api/health/live');
  const closed = service.close();
  while (server.listening) await turn();
  const cuts = jest.spyOn(server, 'closeAllConnections');
  socket.write('"name":"x","password":"y"}'.padEnd(49));
  expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 401 /);
  await closed;
  expect(cuts).not.toHaveBeenCalled();
});

it('a server that is closed is not looked after any more', async () => {
  const service = await startService();
  const server = service.app.getHttpServer() as Server;
  await service.close();
  const looks = jest.spyOn(server, 'closeIdleConnections');
  await pause(300);
  expect(looks).not.toHaveBeenCalled();
});
