// What source and running service show of one fault, tied together; and where they contradict each other.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fail, inconclusive, notApplicable, pass } from './answer.ts';
import { gatherCode } from './evidence/code/gather.ts';
import { disagreement, joinFindings } from './join.ts';
import type { Answer, CodeEvidence, EvidenceKind, Finding, Gathered, Place } from './model.ts';

const root = mkdtempSync(join(tmpdir(), 'launchgate-join-'));
let code: Gathered<CodeEvidence>;
beforeAll(() => {
  writeFileSync(
    join(root, 'main.ts'),
    [
      "import express from 'express';",
      'const app = express();',
      "app.get('/plans/:id', (request, response) => {",
      '  response.send(request.headers);',
      '});',
      "app.post('/notes', (request, response) => {",
      '  response.send(request.body);',
      '});',
      'app.listen(1);',
      '',
    ].join('\n'),
  );
  const gathered = gatherCode({ root, mentions: ['send'] });
  if ('missing' in gathered) throw new Error(gathered.missing);
  code = { found: gathered.found.evidence };
});
afterAll(() => rmSync(root, { recursive: true }));

const file = (line: number): Place => ({ kind: 'file', path: 'main.ts', line, column: 3 });
const request = (method: string, path: string): Place => ({
  kind: 'request',
  method,
  url: `http://127.0.0.1:1${path}`,
  curl: `curl ${path}`,
});
const seen = (place: Place): Finding => ({ message: 'seen', place });
const says = (evidence: EvidenceKind, answer: Answer, looked = true) => ({ evidence, answer, looked });
const joined = (source: Answer, http: Answer) => {
  const tied = joinFindings([says('code', source), says('http', http)], code);
  return tied.map(({ answer }) => ('findings' in answer ? answer.findings.map(({ related }) => related) : undefined));
};
const plans = request('GET', '/plans/7');
const notes = request('POST', '/notes');

test('one place in the source and what shows it carry each other', () => {
  expect(joined(fail(seen(file(2))), fail(seen(request('GET', '/'))))).toEqual([[[request('GET', '/')]], [[file(2)]]]);
});

test('of several places that one explains which stands in the handler of the route', () => {
  expect(joined(fail(seen(file(4)), seen(file(7))), fail(seen(notes), seen(plans)))).toEqual([
    [[plans], [notes]],
    [[file(7)], [file(4)]],
  ]);
});

test('many places that could all be it are not guessed from; a request of no known route is explained by a few', () => {
  const many = fail(seen(file(1)), seen(file(2)), seen(file(9)), seen(file(10)));
  expect(joined(many, fail(seen(plans)))).toEqual([[undefined, undefined, undefined, undefined], [undefined]]);
  const process: Place = { kind: 'process', what: 'npm start' };
  expect(joined(fail(seen(file(4)), seen(file(7))), fail(seen(process)))).toEqual([[undefined, undefined], [undefined]]);
});

test('nothing is tied where one of them is content', () => {
  expect(joined(pass(seen(file(4))), fail(seen(plans)))).toEqual([[undefined], [undefined]]);
  expect(joined(fail(seen(file(4))), inconclusive('no answer'))).toEqual([[undefined], undefined]);
});

const bad = fail(seen(file(1)));
const good = pass(seen(file(1)));
test.each<[string, readonly Parameters<typeof says>[], RegExp | undefined]>([
  [
    'the source alone',
    [
      ['code', bad],
      ['http', good],
    ],
    /the source shows it and the running service answered well/,
  ],
  [
    'the service alone',
    [
      ['code', good],
      ['http', bad],
    ],
    /the running service shows it and its source looks right/,
  ],
  [
    'one of two live witnesses',
    [
      ['code', bad],
      ['http', good],
      ['boot', bad],
    ],
    undefined,
  ],
  [
    'both',
    [
      ['code', bad],
      ['http', bad],
    ],
    undefined,
  ],
  [
    'a service nobody looked at',
    [
      ['code', bad],
      ['http', inconclusive('x'), false],
    ],
    undefined,
  ],
  [
    'nothing in the source to look at',
    [
      ['code', notApplicable('x')],
      ['http', bad],
    ],
    undefined,
  ],
])('a fault shown by %s', (_, answers, wanted) => {
  const said = disagreement(answers.map((each) => says(...each)));
  if (wanted === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(wanted);
});
