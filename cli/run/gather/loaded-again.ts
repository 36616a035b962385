// The load run on a start of its own, where the configuration says under which settings one machine may send all of it.
import { gatherBoot } from '../../../checks/evidence/boot.ts';
import type { Gathered, LoadEvidence } from '../../../checks/model.ts';
import { interrupted, onInterrupt } from '../../interrupt.ts';
import { messageOf } from '../../problem.ts';
import { loadText } from '../load-text.ts';
import { openLoadRun } from './load.ts';
import type { GatherRequest } from './run.ts';

interface Started {
  readonly command: string;
  readonly waitFor: string | undefined;
  readonly values: ReadonlyMap<string, string>;
  /** What is loaded where there is no scenario. */
  readonly path: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly tokens: ReadonlyMap<string, string>;
}

/** Starts the service with `load.environment` over its own, loads and stops it. `missing` says why nothing was sent. */
export async function loadedAgain({ settings, root, terminal }: GatherRequest, from: Started): Promise<Gathered<LoadEvidence>> {
  const { command, waitFor, values, secrets, tokens } = from;
  const own = Object.entries(settings.load.environment ?? {});
  terminal.step(`Starting it again for the load run, with ${own.map(([name]) => name).join(', ')} of load.environment`);
  let load: Gathered<LoadEvidence> = { missing: 'the service did not start with load.environment' };
  const booting = gatherBoot({
    command,
    cwd: root ?? process.cwd(),
    env: new Map([...(settings.envFiles.length > 0 ? values : []), ...own]),
    ...(waitFor === undefined ? {} : { waitFor }),
    waitTimeoutMs: settings.waitTimeoutMs,
    drills: { enabled: false, required: [] },
    onListening: async (listening) => {
      const target = new URL(from.path, settings.url ?? listening).href;
      terminal.step(`Loading ${loadText(settings, target)}`);
      load = await openLoadRun(target, settings, values);
    },
    signal: interrupted,
    secrets,
    tokens,
  });
  const release = onInterrupt(async () => void (await Promise.allSettled([booting])));
  try {
    await booting;
    return load;
  } catch (thrown) {
    if (interrupted.aborted) throw thrown;
    return { missing: `the load run went wrong: ${messageOf(thrown)}` };
  } finally {
    release();
  }
}
