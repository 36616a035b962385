import { expect, test } from 'vitest';
import type { Answer, Check, ProbeOutcome } from '../../model.ts';
import check from './check.ts';
import { probes } from './http.ts';
import { leaksIn } from './leaks.ts';

interface Reply {
  readonly status: number;
  readonly body?: string;
  readonly canaryIn?: readonly ('body' | 'headers')[];
}
const answered = ({ status, body = '{"title":"Bad Request"}', canaryIn = [] }: Reply): ProbeOutcome => {
  const request = { kind: 'request', method: 'POST', url: 'http://api.test/x', curl: 'curl' } as const;
  return { found: { kind: 'http', request, status, headers: [], body, bodyTruncated: false, durationMs: 1, canaryIn, secretsSeen: [] } };
};

const posting = { 'json-post': 'POST /x' };

function judged(
  changes: Readonly<Record<string, ProbeOutcome>>,
  rest: Reply = { status: 400 },
  chosen: object = posting,
): Answer | undefined {
  const widened: Check = check;
  const all = Object.fromEntries(
    Object.keys(probes).map((name) => [name, answered(name === 'unknownRoute' ? { ...rest, status: 404 } : rest)]),
  );
  return widened.judge.http?.({
    baseUrl: 'http://api.test',
    chosen,
    requestsSent: 1,
    all: [],
    limits: { headersMs: 1, bodyMs: 1, idleMs: 1 },
    exchanges: { ...all, ...changes },
  });
}

test('plain errors pass', () => {
  expect(judged({})).toMatchObject({ verdict: 'pass' });
  expect(judged({ oversized: { missing: 'the target closed the connection' } })).toMatchObject({ verdict: 'pass' });
  expect(judged({ wrongShape: answered({ status: 201, canaryIn: ['body'] }) })).toMatchObject({ verdict: 'pass' });
});

test.each(Object.keys(probes))('%s given back fails', (name) => {
  expect(judged({ [name]: answered({ status: 400, canaryIn: ['body'] }) })).toMatchObject({ verdict: 'fail' });
  expect(judged({ [name]: answered({ status: 500, canaryIn: ['headers'] }) })).toMatchObject({ verdict: 'fail' });
});

test('a target that never reads the body does not pass', () => {
  for (const status of [401, 403, 404, 405, 500, 503])
    expect(judged({}, { status }), String(status)).toMatchObject({ verdict: 'inconclusive' });
  expect(judged({ malformedJson: { missing: 'no route that takes JSON is known' } })).toMatchObject({ verdict: 'inconclusive' });
  expect(judged({ unknownRoute: answered({ status: 502 }) })).toMatchObject({ verdict: 'inconclusive' });
});

test('what does not fit and is stopped at the token was not looked at', () => {
  const stopped = { wrongTypes: answered({ status: 403 }), wrongShape: answered({ status: 403 }) };
  expect(judged(stopped, { status: 422 })).toMatchObject({ verdict: 'inconclusive' });
  expect(judged({ wrongTypes: stopped.wrongTypes }, { status: 422 })).toMatchObject({ verdict: 'pass' });
});

test('without a route that takes JSON, an unknown one shows leaks and clears nobody', () => {
  expect(judged({}, { status: 400 }, {})).toMatchObject({ verdict: 'inconclusive' });
  expect(
    judged({ malformedJson: answered({ status: 400, body: 'Error: x\n    at f (/srv/app/index.js:3:9)' }) }, { status: 400 }, {}),
  ).toMatchObject({
    verdict: 'fail',
  });
});

test.each([
  ['a Python traceback', 'Traceback (most recent call last):\n  File "x.py", line 3'],
  ['a Python traceback', '{"detail":"File \\"/srv/a/main.py\\", line 3, in f"}'],
  ['a JavaScript stack', 'Error: x\n    at Object.<anonymous> (/srv/app/index.js:3:9)'],
  ['a JavaScript stack', 'at async file:///srv/app/index.js:3:9'],
  ['a JavaScript stack', '    at node:internal/process/task_queues:95:5'],
  ['a path of the server’s files', '{"detail":"cannot open /home/me/backend/settings.py"}'],
  ['a path of the server’s files', '"/usr/local/lib/python3.11/site-packages/x"'],
  ['a path of the server’s files', 'C:\\\\service\\\\main.ts'],
  ['SQL', '{"error":"SELECT id, name FROM users WHERE id = $1"}'],
  ['SQL', 'INSERT INTO user_profiles (id, age) VALUES'],
  ['a database error', 'relation "user_profiles" does not exist'],
  ['a database error', '{"e":"duplicate key value violates unique constraint \\"x\\""}'],
  ['the name of a library’s error', 'asyncpg.exceptions.UniqueViolationError: x'],
  ['the name of a library’s error', 'connect ECONNREFUSED 127.0.0.1:5432'],
  ['the name of a library’s error', '"url":"https://errors.pydantic.dev/2.9/v/missing"'],
  ['the words of a JSON parser', 'Unexpected token } in JSON at position 12'],
  ['the words of a JSON parser', 'Expecting value: line 1 column 1 (char 0)'],
  ['a debugger page', '<h1>Werkzeug Debugger</h1>'],
  ['a server’s name and version', '<center>nginx/1.18.0</center>'],
])('%s is seen', (what, text) => {
  expect(leaksIn(text)).toContain(what);
  expect(judged({ wrongTypes: answered({ status: 500, body: text }) })).toMatchObject({ verdict: 'fail' });
});

test.each([
  'An error occurred. Select a plan from the list and update your profile, then set a goal.',
  '{"type":"about:blank","title":"Unprocessable Content","status":422,"instance":"/api/v1/plans","errors":[{"path":"/age","message":"must be a number"}]}',
  '<script src="/assets/main.js"></script><script src="/static/js/app.tsx.js"></script><link href="/usr/style.css">',
  'The token expired at 10:30:15. Look at /docs/errors for help (error 42:7).',
  '{"detail":"Not Found"}',
  '{"detail":[{"type":"json_invalid","loc":["body",1],"msg":"JSON decode error"}]}',
  'Delete from your phone, insert into the slot, traceback is a word.',
  'Documentation at https://nginx.org/en/docs and https://api.test/home/index.html',
])('harmless: %s', (text) => {
  expect(leaksIn(text)).toEqual([]);
});
