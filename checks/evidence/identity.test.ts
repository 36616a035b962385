// Signing in for real: by commands of every kind, and at a project that knows one password.
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from './identity.ts';

const node = `"${process.execPath}" -e`;
const word = crypto.getRandomValues(Buffer.alloc(12)).toString('hex');
const byCommand = (command: string) => signIn({ kind: 'command', command, cwd: tmpdir() });

test.each([
  [`console.log('${word}')`, { token: word }],
  [`console.log('Bearer ${word}')`, { token: word }],
  [`console.log(JSON.stringify({ access_token: '${word}', expires_in: 60 }))`, { token: word }],
  [`console.log('${word}'); console.error('said aside')`, { token: word }],
  [`console.log('${word} and more')`, { problem: 'the token command printed no token, or more than one word' }],
  ['', { problem: 'the token command printed no token, or more than one word' }],
  [`console.log('${word}'); process.exit(3)`, { problem: 'the token command ended with exit code 3' }],
])('%s', async (program, wanted) => {
  expect(await byCommand(`${node} ${JSON.stringify(program)}`)).toEqual(wanted);
});

test('a command that does not end is ended with the run', async () => {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 200);
  const command = `${node} "setInterval(() => {}, 1000)"`;
  expect(await signIn({ kind: 'command', command, cwd: tmpdir() }, abort.signal)).toEqual({
    problem: 'the token command ended with stopped',
  });
});

const project = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { email, password } = JSON.parse(body);
  const right =
    request.url === '/auth/v1/token?grant_type=password' &&
    request.headers.apikey === 'public-key' &&
    email === 'ada@example.test' &&
    password === word;
  response.writeHead(right ? 200 : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(right ? { access_token: 'a.b.c', refresh_token: 'r' } : { error: 'invalid_grant', got: password }));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((done) => project.listen(0, '127.0.0.1', done));
  const address = project.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
});
afterAll(() => void project.close());

test('a password at a Supabase project', async () => {
  const user = { kind: 'supabase', url, apiKey: 'public-key', email: 'ada@example.test' } as const;
  expect(await signIn({ ...user, password: word })).toEqual({ token: 'a.b.c' });
  const refused = await signIn({ ...user, password: 'wrong-password' });
  expect(refused).toEqual({ problem: `signing in at ${new URL(url).host} was answered with 400` });
  expect(await signIn({ ...user, url: 'http://127.0.0.1:1', password: word })).toEqual({
    problem: 'signing in at 127.0.0.1:1 got no answer',
  });
});
