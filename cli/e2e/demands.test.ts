// What users of neighbouring tools keep asking theirs for, as tests: each is named after the wish and the thread it was made in.
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, utimesSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { inconclusive, pass } from '../../checks/answer.ts';
import { audit } from '../../checks/audit.ts';
import type { Check, Gathered } from '../../checks/model.ts';
import { assemble } from '../../reports/assemble.ts';
import { formats } from '../../reports/formats.ts';
import { gateResult } from '../../reports/gate.ts';
import { realisticReport } from '../../reports/golden/reports.ts';
import { seen, single, withoutFiles } from '../../reports/golden/single.ts';
import { renderJunit } from '../../reports/junit.ts';
import type { Report } from '../../reports/report.ts';
import { parseReport, reportJsonSchema } from '../../reports/report-schema.ts';
import { renderSarif } from '../../reports/sarif/sarif.ts';
import { runFacts } from '../run/facts.ts';
import { launchgate, type Ran } from '../testing/launchgate.ts';
import { type Repository, scratchRepository } from '../testing/repository.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const service = (...lines: readonly string[]) => ['from fastapi import FastAPI', 'app = FastAPI()', ...lines, ''].join('\n');
const only = ['--only', 'logs-through-logger', '--no-color'];

let repository: Repository;
beforeAll(() => {
  repository = scratchRepository({ 'requirements.txt': 'fastapi\n', 'main.py': service('print("one")') });
});
beforeEach(() => {
  repository.git('checkout', '-q', '--', '.');
  repository.git('clean', '-qfd');
});
afterAll(() => repository.remove());

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => launchgate(args, { cwd: repository.root, env });
const auditJson = (...more: readonly string[]) => run(['audit', '.', ...only, '--quiet', '--json', ...more]);
function reportOf({ stdout, stderr }: Ran): Report {
  const parsed = parseReport(stdout);
  if ('problem' in parsed) throw new Error(`${parsed.problem} ${stderr}`);
  return parsed.report;
}
const findingsOf = ({ results }: Report) => results.flatMap(({ answers }) => answers.flatMap(({ findings }) => findings));
const sarifLog = z.object({
  runs: z.array(
    z.object({
      results: z.array(
        z.object({
          locations: z.array(
            z.object({
              physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }), region: z.object({ startLine: z.number() }) }),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z.array(z.object({ kind: z.string(), justification: z.string() })).optional(),
        }),
      ),
    }),
  ),
});
const sarifOf = (text: string) => sarifLog.parse(JSON.parse(text)).runs.flatMap(({ results }) => results);

/** A check of one kind of evidence, for what only a broken or blind one shows. */
const checkOf = (judge: Check['judge']): Check => ({
  id: 'the-check',
  tier: 'testflight',
  title: 'Good',
  why: 'w',
  fix: 'f',
  refs: [],
  judge,
});
const missing: Gathered<never> = { missing: 'not asked', notAsked: true };
const reportOn = (check: Check, evidence: Partial<Parameters<typeof audit>[1]>): Report =>
  assemble(
    audit([check], {
      code: missing,
      environment: missing,
      boot: missing,
      load: missing,
      migrations: missing,
      database: missing,
      backup: missing,
      http: () => missing,
      ...evidence,
    }),
    { ...runFacts({ started: new Date(), gate: 'testflight', target: { units: [] } }), catalog: [check] },
  );

describe('verdicts that are true', () => {
  test('a scan that looked at nothing must not read as a pass (automated-security-helper#535)', async () => {
    repository.write({ 'main.py': undefined, 'requirements.txt': undefined, 'notes.txt': 'no service' });
    const { exitCode, stdout, stderr } = await run(['audit', '.', ...only]);
    expect(exitCode).toBe(2);
    expect(stdout).toContain('Nothing was checked');
    expect(stderr).toContain('nothing was checked');
  });

  test('an unreachable target must not exit 0, and its port must not be dropped (hackmyagent#487)', async () => {
    const { exitCode, stderr } = await run(['audit', '--url', 'http://127.0.0.1:9/', ...only.slice(2), '--quiet']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('127.0.0.1:9');
  });

  test('a check that crashed must not read as clean (supabase/cli#6228)', () => {
    const broken = checkOf({
      environment: () => {
        throw new TypeError('x is undefined');
      },
    });
    const found: Gathered<never> = JSON.parse('{"found":{}}');
    const report = reportOn(broken, { environment: found });
    expect(report.results[0]?.verdict).toBe('inconclusive');
    expect(gateResult(report)).toBe('nothing-checked');
    expect(renderJunit(report)).toMatch(/<error message="this judge broke: x is undefined"/);
  });

  test('a database that could not be asked is no all-clear (supabase/cli#5868)', () => {
    const quiet = checkOf({ database: () => pass(seen('all tables have policies')), code: () => inconclusive('no migrations') });
    const report = reportOn(quiet, { database: { missing: 'the role may not read the catalog' } });
    expect(report.results[0]).toMatchObject({ verdict: 'inconclusive', because: 'the role may not read the catalog' });
    expect(report.tierReached).toBeNull();
  });

  test('findings, my mistakes and success are told apart by the exit code, and --help says how (betterleaks#347)', async () => {
    expect((await auditJson()).exitCode).toBe(1);
    expect((await run(['audit', '.', '--only', 'no-such-check'])).exitCode).toBe(2);
    repository.write({ 'launchgate.config.json': '{"gaet":"x"}' });
    expect((await auditJson()).exitCode).toBe(2);
    repository.write({
      'launchgate.config.json': undefined,
      'main.py': service('import logging', 'logging.getLogger(__name__).info("one")'),
    });
    expect((await auditJson()).exitCode).toBe(0);
    expect((await run(['--help'])).stdout).toMatch(/Exit codes:\n +0 .*\n +1 .*\n +2 /);
  });
});

describe('code scanning', () => {
  test('the same finding keeps its fingerprint when lines move, so that alerts do not double (checkov#6865)', async () => {
    const before = findingsOf(reportOf(await auditJson())).map(({ fingerprint }) => fingerprint);
    repository.write({ 'main.py': service('', '', 'x = 1', '', 'print("one")') });
    expect(findingsOf(reportOf(await auditJson())).map(({ fingerprint }) => fingerprint)).toEqual(before);
  });

  test('fingerprints are those that the upload action works out itself (codeql-action#4052)', async () => {
    const { stdout } = await run(['audit', '.', ...only, '--quiet', '-f', 'sarif']);
    const text = readFileSync(join(repository.root, 'main.py'), 'utf8');
    const [found] = sarifOf(stdout);
    expect(found?.partialFingerprints.primaryLocationLineHash).toBe(
      `${actionHash(text, found?.locations[0]?.physicalLocation.region.startLine ?? 0)}:1`,
    );
  });

  /** After the description of the action: 100 characters from the start of the line, no blanks, 64 bits, base 37. */
  function actionHash(text: string, line: number): string {
    const start = text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, each) => sum + each.length + 1, 0);
    const units = [...text.slice(start).replaceAll(/[ \t]/g, '')].map((character) => BigInt(character.charCodeAt(0)));
    const padded = [...units, 65535n, ...Array.from({ length: 100 }, () => 0n)].slice(0, 100);
    return padded.reduce((hash, unit) => BigInt.asUintN(64, hash * 37n + unit), 0n).toString(16);
  }

  test('every result has a place in a file, also what was only seen live (codeql-action#1738)', () => {
    const realistic = realisticReport(sha256);
    const results = sarifOf(renderSarif({ ...realistic, results: realistic.results.map(withoutFiles) }, { guides: [] }));
    expect(results.length).toBeGreaterThan(3);
    for (const { locations } of results) expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[^/:]+/);
  });

  test('paths are from the repository, with forward slashes and percent-encoded, wherever the audit starts (jscpd#730)', async () => {
    repository.write({ 'services/a b/requirements.txt': 'fastapi\n', 'services/a b/größe.py': service('print("one")') });
    const { stdout } = await run(['audit', 'services/a b', ...only, '--quiet', '-f', 'sarif']);
    expect(sarifOf(stdout)[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('services/a%20b/gr%C3%B6%C3%9Fe.py');
  });

  test('what is suppressed opens no alert; whoever wants to see it gets it as suppressed (codeql-action#1230)', async () => {
    repository.write({ 'main.py': service('print("one")  # launchgate-ignore logs-through-logger -- a toy') });
    const flags = ['audit', '.', ...only, '--quiet', '-f', 'sarif'];
    expect(sarifOf((await run(flags)).stdout)).toEqual([]);
    const [suppressed] = sarifOf((await run([...flags, '--sarif-include-suppressed'])).stdout);
    expect(suppressed?.suppressions).toEqual([{ kind: 'inSource', justification: expect.stringContaining('a toy') }]);
  });
});

describe('baseline and suppressions', () => {
  const write = () => run(['baseline', 'write', '.', '--only', 'logs-through-logger']);
  const baseline = () => readFileSync(join(repository.root, 'launchgate-baseline.json'), 'utf8');

  test('a baseline fails on what is new and never overwrites itself (cve-lite-cli#721)', async () => {
    await write();
    const before = baseline();
    repository.write({ 'main.py': service('print("one")', 'print("two")') });
    const ran = await auditJson();
    expect(ran.exitCode).toBe(1);
    expect(findingsOf(reportOf(ran)).filter(({ accepted }) => accepted === undefined)).toHaveLength(1);
    expect(baseline()).toBe(before);
  });

  test('what is fixed is told and leaves the baseline, so that it cannot come back (SwiftLint#6511)', async () => {
    await write();
    repository.write({ 'main.py': service('import logging', 'logging.getLogger(__name__).info("one")') });
    const { exitCode, stdout } = await run(['audit', '.', ...only]);
    expect(stdout).toContain('Fixed since the baseline (1)');
    expect(exitCode).toBe(1);
    await run(['baseline', 'prune', '.', '--only', 'logs-through-logger']);
    expect(JSON.parse(baseline())).toMatchObject({ entries: [] });
  });

  test('an ignore follows what it ignores, not its line, and one that ignores nothing is reported (gitleaks#2239)', async () => {
    const ignore = '# launchgate-ignore-next-line logs-through-logger -- a toy';
    repository.write({ 'main.py': service('', '', ignore, 'print("one")') });
    expect((await auditJson()).exitCode).toBe(0);
    repository.write({ 'main.py': service(ignore, 'x = 1', 'print("one")') });
    const moved = await auditJson();
    expect(moved.exitCode).toBe(1);
    expect(reportOf(moved).ratchet?.suppressions).toMatchObject([{ in: 'main.py:3', state: 'unused' }]);
  });

  test('an ignore says why and until when; a date that is none has passed (glsec#398)', async () => {
    const states = async (words: string) => {
      repository.write({ 'main.py': service(`print("one")  # launchgate-ignore logs-through-logger ${words}`) });
      return reportOf(await auditJson()).ratchet?.suppressions[0]?.state;
    };
    expect(await states('-- a toy (until 2999-12-31)')).toBe('used');
    expect(await states('-- a toy (until 2026-01-01)')).toBe('expired');
    expect(await states('-- a toy (until 31.12.2999)')).toBe('expired');
    expect(await states('')).toBe('malformed');
  });
});

describe('noise', () => {
  test('tests and examples do not drown the report, and what is left out is named and counted (ship-safe#95)', async () => {
    repository.write({
      'tests/test_main.py': 'from main import app\n\ndef test_it():\n    print("in a test")\n',
      'examples/demo.py': 'print("in an example")\n',
    });
    const report = reportOf(await auditJson());
    expect(findingsOf(report).map(({ place }) => (place.kind === 'file' ? place.path : ''))).toEqual(['main.py']);
    expect(report.coverage.files.leftOut.flatMap(({ examples }) => examples)).toContain('tests/test_main.py');
  });

  test('a service that does it right is left in peace (standard#1086)', async () => {
    repository.write({
      'main.py': service(
        'import logging',
        'from fastapi.middleware.cors import CORSMiddleware',
        'app.add_middleware(CORSMiddleware, allow_origins=["https://app.example.com"], allow_credentials=True)',
        'log = logging.getLogger(__name__)',
        '@app.get("/plans")',
        'def plans():',
        '    log.info("asked")',
        '    return {"plans": []}',
      ),
    });
    const { exitCode, stdout } = await run([
      'audit',
      '.',
      '--only',
      'cors-restricted,logs-through-logger,service-key-contained',
      '--json',
      '--quiet',
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ results: expect.not.arrayContaining([expect.objectContaining({ verdict: 'fail' })]) });
  });
});

describe('in CI', () => {
  test('several formats come from one scan (trivy#2321)', async () => {
    const formats = ['json', 'sarif', 'junit', 'html', 'markdown', 'gitlab', 'ndjson', 'comment'];
    const { stderr } = await run(['audit', '.', ...only, ...formats.flatMap((format) => ['-f', `${format}=out/${format}`])]);
    expect(stderr.match(/^Reading /gm)).toHaveLength(1);
    for (const format of formats) expect(readFileSync(join(repository.root, 'out', format), 'utf8').length).toBeGreaterThan(100);
  });

  async function withGithub(status: number, work: (env: Readonly<Record<string, string>>) => Promise<void>): Promise<readonly string[]> {
    const kept: string[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        response.writeHead(request.method === 'GET' ? 200 : status, { 'content-type': 'application/json' });
        if (request.method === 'GET') response.end(JSON.stringify(kept.map((each, id) => ({ id, body: each }))));
        else {
          if (status === 200)
            kept[request.method === 'POST' ? kept.length : Number(request.url?.split('/').at(-1))] = z
              .object({ body: z.string() })
              .parse(JSON.parse(body)).body;
          response.end('{}');
        }
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    try {
      await work({
        GITHUB_API_URL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
        GITHUB_REPOSITORY: 'ada/api',
        GITHUB_REF: 'refs/pull/1/merge',
        GITHUB_TOKEN: 'x',
      });
    } finally {
      server.close();
    }
    return kept;
  }

  test('a pull request has one comment, kept up to date (scan-action#714)', async () => {
    const kept = await withGithub(200, async (env) => {
      for (const text of ['one', 'two']) {
        repository.write({ 'main.py': service(`print("${text}")`) });
        await run(['audit', '.', ...only, '--quiet', '-f', 'comment=comment.md']);
        expect(await run(['comment', 'comment.md'], env)).toMatchObject({ exitCode: 0 });
      }
    });
    expect(kept).toEqual([expect.stringContaining('logs-through-logger')]);
  });

  test('a fork that may not comment is judged all the same (hermes-agent#6681)', async () => {
    await withGithub(403, async (env) => {
      const judged = await run(['audit', '.', ...only, '--quiet', '-f', 'comment=comment.md'], env);
      const commented = await run(['comment', 'comment.md'], env);
      expect([judged.exitCode, commented.exitCode]).toEqual([1, 0]);
      expect(commented.stderr).toContain('403');
    });
  });
});

describe('the same everywhere', () => {
  test('the same evidence gives the same bytes in every format, on any machine, in any time zone', async () => {
    await run(['audit', '.', ...only, '--quiet', '--save-evidence', 'kept', '-o', 'first.json']);
    const elsewhere = scratchRepository({ 'other.txt': 'x' });
    const names = Object.keys(formats);
    const render = async (cwd: string, kept: string, env: Readonly<Record<string, string>>) => {
      const flags = names.flatMap((name) => ['-f', `${name}=out/${name}`]);
      await launchgate(['audit', '--from-evidence', kept, ...only, '--quiet', ...flags], { cwd, env });
      return names.map((name) => `${name}\n${readFileSync(join(cwd, 'out', name), 'utf8')}`);
    };
    const here = await render(repository.root, 'kept', { TZ: 'America/Los_Angeles', LANG: 'C' });
    cpSync(join(repository.root, 'kept'), join(elsewhere.root, 'brought'), { recursive: true });
    repository.write({ 'main.py': 'gone' });
    const there = await render(elsewhere.root, 'brought', { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', COLUMNS: '200' });
    elsewhere.remove();
    expect(there).toEqual(here);
  });
});

describe('live', () => {
  test('what needs a token is asked with one, what must refuse is asked without, and the token is nowhere to be read (action-baseline#12)', async () => {
    const token = ['test', 'token', 'of', 'this', 'run'].join('-');
    const seenTokens: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      seenTokens.push(request.headers.authorization);
      const known = request.headers.authorization === `Bearer ${token}`;
      response.writeHead(known ? 200 : 401, known ? {} : { 'www-authenticate': 'Bearer' }).end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    repository.write({ 'launchgate.config.json': JSON.stringify({ routes: { protected: 'GET /plans' } }) });
    const ran = await run(['audit', '.', '--url', url, '--only', 'jwt-verified', '--token-env', 'OUR_TOKEN', '--json', '--quiet'], {
      OUR_TOKEN: token,
    });
    server.close();
    const http = reportOf(ran).results[0]?.answers.find(({ evidence }) => evidence === 'http');
    expect(http?.looked).toBe(true);
    expect(seenTokens).toContain(`Bearer ${token}`);
    expect(seenTokens).toContain(undefined);
    expect(`${ran.stdout}${ran.stderr}`).not.toContain(token);
  });

  test('two users show whether one reads what the other owns, beside what each may read (api-security-testing-framework#87)', async () => {
    const [ada, bob] = ['ada', 'bob'].map((name) => [name, 'of', 'this', 'run'].join('-'));
    let compares = true;
    const server = createServer((request, response) => {
      const who = { [`Bearer ${ada}`]: 'ada', [`Bearer ${bob}`]: 'bob' }[request.headers.authorization ?? ''];
      const wanted = /^\/users\/(\w+)\/plans$/.exec(request.url ?? '')?.[1];
      const isTheirs = request.url === '/me' || who === wanted || !compares;
      const status = wanted === undefined && request.url !== '/me' ? 404 : who === undefined ? 401 : isTheirs ? 200 : 403;
      response.writeHead(status, { 'content-type': 'application/json', ...(status === 401 && { 'www-authenticate': 'Bearer' }) });
      response.end(JSON.stringify(status === 200 ? { plans: [`of ${wanted}`] } : {}));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const auth = { subject: 'ada', second: { tokenEnv: 'BOBS_TOKEN', subject: 'bob' } };
    const routes = { owned: 'GET /users/{user_id}/plans', protected: 'GET /me' };
    repository.write({ 'launchgate.config.json': JSON.stringify({ auth, routes }) });
    const verdict = async () => {
      const ran = await run(['audit', '--url', url, '--only', 'objects-owned', '--token-env', 'ADAS_TOKEN', '--json', '--quiet'], {
        ADAS_TOKEN: ada ?? '',
        BOBS_TOKEN: bob ?? '',
      });
      return reportOf(ran).results[0]?.answers.find(({ evidence }) => evidence === 'http');
    };
    const kept = await verdict();
    compares = false;
    const open = await verdict();
    server.close();
    expect([kept?.verdict, open?.verdict]).toEqual(['pass', 'fail']);
  });
});

describe('load', () => {
  test('warm-up is no part of what is measured (k6#1136)', async () => {
    let served = 0;
    const server = createServer((_, response) => {
      served++;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const { stdout } = await run(['load', url, '--connections', '2', '--warm-up', '500ms', '--duration', '1s', '--json', '--quiet']);
    server.close();
    const [finding] = findingsOf(reportOf({ exitCode: 0, stdout, stderr: '' }));
    const measured = Number(/([\d,]+) requests/.exec(finding?.message ?? '')?.[1]?.replaceAll(',', ''));
    expect(measured).toBeGreaterThan(0);
    expect(measured).toBeLessThan(served);
  });

  const place = { kind: 'request', method: 'GET', url: 'http://h/', curl: "curl 'http://h/'" } as const;
  const thresholds = ['broke http_req_duration: p(95)<300 (was 400 ms)', 'broke http_req_failed: rate<0.01 (was 4 %)'];

  test('a server that stood still for a second is seen to have kept everybody waiting who was due in it (autocannon#274)', async () => {
    let until: number | undefined;
    const server = createServer((_, response) => {
      until ??= Date.now() + 1000;
      setTimeout(() => response.end('{}'), Math.max(0, until - Date.now()));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
    const load = [
      '--rate',
      '50',
      '--duration',
      '2s',
      '--warm-up',
      '0s',
      '--threshold',
      'http_req_duration: p(95)<300',
      '--result',
      'result.json',
    ];
    const { exitCode } = await run(['load', 'run', url, ...load, '--quiet']);
    server.close();
    const result = z
      .object({ requests: z.number(), latency: z.object({ p95Ms: z.number() }) })
      .parse(JSON.parse(readFileSync(join(repository.root, 'result.json'), 'utf8')));
    expect(exitCode).toBe(1);
    expect(result.requests).toBeGreaterThan(50);
    expect(result.latency.p95Ms).toBeGreaterThan(300);
  });

  test('every threshold is a JUnit test, and the file is never empty (k6#1120)', () => {
    const findings = thresholds.map((message) => ({ ...seen(message), place }));
    const xml = renderJunit(single('testflight', 'fail', { evidence: 'load', findings }));
    expect(xml).toContain('name="the-check: http_req_duration: p(95)&lt;300"');
    expect(xml.match(/<failure /g)).toHaveLength(3);
    expect(renderJunit(single('testflight', 'inconclusive', { looked: false, because: 'no load run was asked for' }))).toContain(
      '<testcase',
    );
  });

  test('the summary for machines has a schema and says what the one for people says (k6#4870)', async () => {
    const json = await auditJson();
    const text = await run(['audit', '.', ...only, '--quiet', '-f', 'text']);
    const validate = new Ajv2020({ strict: true }).compile(reportJsonSchema());
    expect(validate(JSON.parse(json.stdout))).toBe(true);
    const failing = reportOf(json)
      .results.filter(({ verdict }) => verdict === 'fail')
      .map(({ id }) => id);
    expect(failing).toEqual(['logs-through-logger']);
    expect(text.stdout).toContain(`${failing.length} check, 1 fails`);
    expect([json.exitCode, text.exitCode]).toEqual([1, 1]);
  });
});

describe('backups', () => {
  async function verified(ageDays: number) {
    const file = join(repository.root, 'nightly.dump');
    repository.write({ 'nightly.dump': 'pg_dump: error: connection to server failed\n' });
    const then = new Date(Date.now() - ageDays * 86_400_000);
    utimesSync(file, then, then);
    const ran = await run(['backup', 'verify', 'nightly.dump', '--json', '--quiet']);
    return { exitCode: ran.exitCode, report: reportOf(ran), messages: findingsOf(reportOf(ran)).map(({ message }) => message) };
  }

  test('a file that some command left behind is no backup until it was restored (folk-care#697)', async () => {
    const { exitCode, report } = await verified(0);
    expect(exitCode).toBe(1);
    expect(report.results).toMatchObject([{ id: 'backups-verified', verdict: 'fail' }]);
  });

  test('a backup that stopped being made is noticed (lion-reader#1509)', async () => {
    const { exitCode, messages } = await verified(14);
    expect(exitCode).toBe(1);
    expect(messages).toContainEqual(expect.stringMatching(/\b14 days old\b/));
  });
});
