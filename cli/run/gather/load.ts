// What a load run is told.
import type { Gathered, LoadEvidence } from '../../../checks/model.ts';
import { runLoad } from '../../../loadtests/run.ts';
import type { Settings } from '../../config/settings.ts';
import { interrupted } from '../../interrupt.ts';

const timeoutSeconds = 10;

/** Drives one URL as the settings say; `missing` says why nothing was sent. */
export function loadRun(url: string, { load, allow }: Settings): Promise<Gathered<LoadEvidence>> {
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
