// `--plan`: what a run would read, start and send, without any of it.
import type { EvidenceKind } from '../../checks/model.ts';
import type { ExitCode } from '../command.ts';
import type { GatherRequest } from './gather/run.ts';

/** Prints the plan to stdout. */
export async function showPlan(request: GatherRequest): Promise<ExitCode> {
  const { settings, checks, root, terminal } = request;
  const asked = kindsAsked(request);
  const lines = [
    `Would audit for ${settings.gate}, and do nothing now.`,
    ...(settings.configFile === undefined ? [] : [`  configuration: ${settings.configFile}`]),
    `  code: ${root ?? 'not read'}`,
    `  environment: ${environmentPlan(request)}`,
    `  start: ${settings.start ?? 'nothing'}`,
    `  requests: ${settings.url ?? (settings.start === undefined ? 'none' : 'to what the started service listens on')}`,
    `  load: ${request.load ? `${settings.load.connections} connections for ${settings.load.durationSeconds} s` : 'none'}`,
    '',
    'Checks',
    ...checks.flatMap(({ id, judge, probes }) => {
      const kinds = Object.keys(judge).map((kind) => (asked.some((each) => each === kind) ? kind : `(${kind})`));
      const sends = asked.includes('http') ? Object.entries(probes ?? {}) : [];
      return [
        `  ${id}: ${kinds.join(', ')}`,
        ...sends.map(([name, probe]) => `    ${probe.class} ${probe.kind} probe "${name}" to the ${probe.route} route`),
      ];
    }),
    '',
    'In brackets: evidence this run is not told to look at.',
    '',
  ];
  await terminal.report(lines.join('\n'));
  return 0;
}

function kindsAsked({ root, settings, load, kinds, envFiles }: GatherRequest): readonly EvidenceKind[] {
  if (kinds === 'environment') return ['environment'];
  const live = settings.url !== undefined || settings.start !== undefined;
  return [
    ...(root === undefined ? [] : (['code'] as const)),
    ...(root === undefined && envFiles.length === 0 && settings.processEnvironment !== true ? [] : (['environment'] as const)),
    ...(settings.start === undefined ? [] : (['boot'] as const)),
    ...(live ? (['http'] as const) : []),
    ...(load ? (['load'] as const) : []),
  ];
}

function environmentPlan({ root, envFiles, settings }: GatherRequest): string {
  const files = envFiles.length > 0 ? envFiles.join(', ') : root === undefined ? 'no files' : `env files found in ${root}`;
  return settings.processEnvironment === true ? `${files}, and this process' environment` : files;
}
