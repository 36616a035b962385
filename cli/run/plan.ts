// `--plan`: what a run would read, start and send, without any of it.
import { secretsInCommand } from '../../checks/evidence/boot/given-secrets.ts';
import { redact } from '../../checks/evidence/secret-shapes.ts';
import type { DrillName, EvidenceKind } from '../../checks/model.ts';
import type { ExitCode } from '../command.ts';
import { defaults } from '../config/settings.ts';
import type { GatherRequest } from './gather/run.ts';
import { loadText } from './load-text.ts';

/** Prints the plan to stdout. */
export async function showPlan(request: GatherRequest): Promise<ExitCode> {
  const { settings, checks, root, terminal } = request;
  const asked = kindsAsked(request);
  const sent = asked.includes('http') ? await requestsPlanned(request) : [];
  const lines = [
    `Would audit for ${settings.gate}, and does nothing now.`,
    ...(settings.configFile === undefined ? [] : [`  configuration: ${settings.configFile}`]),
    `  code: ${root ?? 'not read'}`,
    `  environment: ${environmentPlan(request)}`,
    `  start: ${settings.start === undefined ? 'nothing' : `${redact(settings.start, secretsInCommand(settings.start))}${againFor(checks)}`}`,
    `  requests: ${sent.length === 0 ? 'none' : requestCount(sent)}`,
    `  load: ${request.load ? loadText(settings) : 'none'}`,
    `  database: ${request.databaseUrl === undefined ? 'none' : 'read-only, its catalogues and statistics'}`,
    `  backup: ${backupPlan(request.backup)}`,
    '',
    'Checks (in brackets: evidence this run is not told to look at)',
    ...checks.map(({ id, judge }) => {
      const kinds = Object.keys(judge).map((kind) => (asked.some((each) => each === kind) ? kind : `(${kind})`));
      return `  ${id}: ${kinds.join(', ')}`;
    }),
    ...(sent.length === 0 ? [] : ['', 'Requests', ...sent]),
    '',
  ];
  await terminal.report(lines.join('\n'));
  return 0;
}

const startsFor: Readonly<Record<DrillName, string>> = {
  settings: 'for each required variable, without it',
  traffic: 'to read what it logs of six requests',
  shutdown: 'to stop it while it is asked',
  levels: 'twice, at two log levels',
  database: 'with its database taken away',
  llm: 'with a model of ours that fails',
  queries: 'to count the statements of a request',
};

function againFor(checks: GatherRequest['checks']): string {
  const asked = new Set(checks.flatMap(({ drills }) => drills ?? []));
  const told = Object.entries(startsFor).flatMap(([name, text]) =>
    [...asked].some((each) => each === name) ? [`\n    again ${text}`] : [],
  );
  return told.join('');
}

async function requestsPlanned({ settings, checks }: GatherRequest): Promise<readonly string[]> {
  const { planHttp } = await import('../../checks/evidence/http/plan.ts');
  const { httpConfig, httpOptions } = await import('./gather/http.ts');
  // Tokens and keys are not looked up: the plan is the same with and without them.
  const config = httpConfig({ ...settings, auth: { ...defaults.auth } }, new Map());
  const unknown = { missing: 'not gathered', notAsked: true } as const;
  const environment = { gathered: unknown, values: new Map<string, string>(), secrets: new Map<string, string>() };
  const baseUrl = settings.url ?? originOf(settings.waitFor) ?? 'http://127.0.0.1';
  const planned = planHttp(httpOptions(baseUrl, { settings, config, checks, code: unknown, environment }));
  return planned.map((each) => {
    const refused = each.notSent === undefined ? '' : `; not sent: ${each.notSent}`;
    return `  ${each.method} ${each.url} (${each.class}) ${each.why}${refused}`;
  });
}

function requestCount(sent: readonly string[]): string {
  const refused = sent.filter((line) => line.includes('; not sent: ')).length;
  return refused === 0 ? `the ${sent.length} below` : `${sent.length - refused} of the ${sent.length} below`;
}

const originOf = (url: string | undefined): string | undefined => (url === undefined ? undefined : URL.parse(url)?.origin);

function kindsAsked({ root, settings, load, kinds, envFiles, databaseUrl, backup }: GatherRequest): readonly EvidenceKind[] {
  if (kinds === 'environment') return ['environment'];
  const live = settings.url !== undefined || settings.start !== undefined;
  return [
    ...(root === undefined ? [] : (['code'] as const)),
    ...(root === undefined && envFiles.length === 0 && settings.processEnvironment !== true ? [] : (['environment'] as const)),
    ...(settings.start === undefined ? [] : (['boot'] as const)),
    ...(live ? (['http'] as const) : []),
    ...(load ? (['load'] as const) : []),
    ...(root === undefined ? [] : (['migrations'] as const)),
    ...(databaseUrl === undefined ? [] : (['database'] as const)),
    ...(backup === undefined ? [] : (['backup'] as const)),
  ];
}

function backupPlan(backup: GatherRequest['backup']): string {
  if (backup === undefined) return 'none';
  const what = 'path' in backup ? backup.path : `what this writes: ${redact(backup.command, secretsInCommand(backup.command))}`;
  return `${what}, restored into a scratch database`;
}

function environmentPlan({ root, envFiles, settings }: GatherRequest): string {
  const files = envFiles.length > 0 ? envFiles.join(', ') : root === undefined ? 'no files' : `env files found in ${root}`;
  return settings.processEnvironment === true ? `${files}, and this process' environment` : files;
}
