// What a load run is told: arrivals at a rate for an audit, constant connections for `launchgate load <url>`.
import type { Gathered, LoadEvidence } from '../../../checks/model.ts';
import { runOpen } from '../../../loadtests/open-run.ts';
import { evidenceOf } from '../../../loadtests/result.ts';
import { runLoad } from '../../../loadtests/run.ts';
import { inlineScenario, readScenario } from '../../../loadtests/scenario/read.ts';
import type { Settings } from '../../config/settings.ts';
import { interrupted } from '../../interrupt.ts';
import { configFolder, scenarioOf } from '../load-scenario.ts';

const timeoutSeconds = 10;

/** Sends what is due whatever the answers do: the scenario of the settings, which may name `values`, else one URL; `missing` says why nothing was sent. */
export async function openLoadRun(
  url: string,
  settings: Settings,
  values: ReadonlyMap<string, string> = new Map(),
): Promise<Gathered<LoadEvidence>> {
  const environment = { ...Object.fromEntries(values), ...process.env };
  const { load, allow } = settings;
  const target = { url: new URL(url).origin };
  const { scenario } = load;
  const ready =
    typeof scenario === 'string'
      ? await readScenario(scenario, target, environment)
      : scenario === undefined
        ? await inlineScenario(scenarioOf(url, settings))
        : await inlineScenario({ ...scenario, ...target }, { folder: configFolder(settings), environment });
  if ('problem' in ready) return { missing: ready.problem };
  const gathered = await runOpen(ready.plan, { remoteAllowed: allow.includes('destructive'), signal: interrupted });
  return 'found' in gathered ? { found: evidenceOf(gathered.found) } : gathered;
}

/** Keeps connections busy with one URL; `missing` says why nothing was sent. */
export function closedLoadRun(url: string, { load, allow }: Settings): Promise<Gathered<LoadEvidence>> {
  return runLoad({
    url,
    connections: load.connections,
    warmUpSeconds: load.warmUpSeconds,
    durationSeconds: load.durationSeconds,
    timeoutSeconds,
    expectedStatuses: load.expectedStatuses,
    budget: { p99Ms: load.p99Ms, failedShare: load.failedShare },
    remoteAllowed: allow.includes('destructive'),
    signal: interrupted,
  });
}
