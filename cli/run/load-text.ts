// What an audit's load run sends, in words.
import type { Settings } from '../config/settings.ts';

/** What an audit's load run sends, for the plan and the progress. */
export function loadText({ load }: Pick<Settings, 'load'>): string {
  if (load.scenario !== undefined) return `the scenario ${typeof load.scenario === 'string' ? load.scenario : load.scenario.name}`;
  return `${load.ratePerSecond} requests per second for ${load.durationSeconds} s after ${load.warmUpSeconds} s of warm-up`;
}
