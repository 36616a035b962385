// What an audit's load run sends, in words.
import type { Settings } from '../config/settings.ts';

/** What an audit's load run sends, for the plan and the progress; a scenario has routes of its own at the target. */
export function loadText({ load, start }: Pick<Settings, 'load' | 'start'>, target?: string): string {
  const own = start === undefined ? [] : Object.keys(load.environment ?? {});
  const again = own.length > 0 && target === undefined ? `, with the service started again for it with ${own.join(', ')}` : '';
  if (load.scenario === undefined) {
    const what = `${load.ratePerSecond} requests per second for ${load.durationSeconds} s after ${load.warmUpSeconds} s of warm-up`;
    return `${target === undefined ? '' : `${target}: `}${what}${again}`;
  }
  const scenario = `the scenario ${typeof load.scenario === 'string' ? load.scenario : load.scenario.name}`;
  return `${target === undefined ? '' : `${new URL(target).origin}: `}${scenario}${again}`;
}
