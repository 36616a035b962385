// What answers look like on the wire must not depend on how their headers are kept.
import { createServer, type RequestListener, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { LeanResponse } from './lean-response.ts';

/** The answer as it comes over the socket, without its date; from Node's own kind of answer, and from ours. */
async function bothWays(handler: RequestListener): Promise<readonly string[]> {
  return Promise.all([rawAnswer(ServerResponse, handler), rawAnswer(LeanResponse, handler)]);
}

async function rawAnswer(kind: typeof ServerResponse, handler: RequestListener): Promise<string> {
  const server = createServer({ ServerResponse: kind }, handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
  let raw = '';
  for await (const chunk of socket) raw += String(chunk);
  await new Promise((resolve) => server.close(resolve));
  return raw.replace(/^Date: .*\r\n/m, '');
}

const handlers: Readonly<Record<string, RequestListener>> = {
  'set, set again, in another case': (_, response) => {
    response.setHeader('X-One', '1').setHeader('x-one', '2').setHeader('Vary', 'Origin').end('body');
  },
  'appended and in lists': (_, response) => {
    response.appendHeader('Link', '<a>').appendHeader('link', ['<b>', '<c>']).setHeader('Set-Cookie', ['a=1', 'b=2']);
    response.end(JSON.stringify([response.getHeader('LINK'), response.getHeaders(), response.getHeaderNames()]));
  },
  'removed, also those that Node adds': (_, response) => {
    response.setHeader('X-One', '1').setHeader('X-Two', '2');
    for (const name of ['x-one', 'Date', 'Connection', 'Content-Length']) response.removeHeader(name);
    response.end(String([response.hasHeader('X-One'), response.hasHeader('x-TWO')]));
  },
  'given with the status': (_, response) => {
    response.setHeader('X-One', '1').setHeader('X-Two', '2');
    response.writeHead(201, 'Made', { 'x-one': 'other', 'Content-Length': 2 }).end('ok');
  },
  'given with the status as a list': (_, response) => {
    response.setHeader('X-One', '1').writeHead(202, ['X-Two', '2', 'X-Three', '3']).end();
  },
  'no body': (_, response) => {
    response.statusCode = 304;
    response.setHeader('ETag', '"x"').end();
  },
  'many at once, in pieces': (_, response) => {
    response.setHeaders(new Map([['X-One', '1']])).flushHeaders();
    response.write('a');
    response.end('b');
  },
  'set too late': (_, response) => {
    response.flushHeaders();
    try {
      response.setHeader('X-One', '1');
    } catch (error) {
      response.end(String(error));
    }
  },
};
for (const [what, handler] of Object.entries(handlers))
  it(`are the same: ${what}`, async () => {
    const [nodes, ours] = await bothWays(handler);
    expect(ours).toBe(nodes);
    expect(ours).toMatch(/^HTTP\/1\.1 \d+ /);
  });

it('hold nothing that would begin another header', async () => {
  const raw = await rawAnswer(LeanResponse, (_, response) => {
    try {
      response.setHeader('X-One', '1\r\nX-Two: 2').end('never');
    } catch {
      response.removeHeader('X-One');
      response.end('refused');
    }
  });
  expect(raw).toContain('refused');
  expect(raw).not.toContain('X-Two');
});
