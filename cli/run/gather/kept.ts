// A run's evidence to a folder, and back without touching the target.
import { type KeptHttp, loadEvidence, saveEvidence } from '../../../checks/evidence/replay.ts';
import type { Check, Gathered, HttpEvidence } from '../../../checks/model.ts';
import { messageOf, Problem } from '../../problem.ts';
import { toolVersion } from '../../version.ts';
import { codeAgain } from './code.ts';
import { frameOf } from './code-frame.ts';
import type { GatheredRun } from './run.ts';

export interface Kept {
  readonly started: Date;
  readonly texts: ReadonlyMap<string, string>;
}

/** Writes the evidence; a Problem where the folder can't be written. */
export async function keep(folder: string, run: GatheredRun, { started, texts }: Kept): Promise<void> {
  const { units: _, ...target } = run.target;
  const from = {
    toolVersion: toolVersion(),
    startedAt: started.toISOString(),
    target,
    ...(run.root === undefined ? {} : { root: run.root }),
  };
  try {
    await saveEvidence(folder, { ...run.kept(), texts: Object.fromEntries(texts) }, { from, secrets: run.secrets });
  } catch (thrown) {
    throw new Problem(`can't save evidence in ${folder}: ${messageOf(thrown)}`);
  }
}

/** Evidence kept earlier, as if it had just been gathered; a Problem where the folder holds none. */
export async function replay(folder: string): Promise<GatheredRun> {
  const loaded = await loadEvidence(folder);
  if ('problem' in loaded) throw new Problem(loaded.problem);
  const { evidence, from } = loaded;
  const code = await codeAgain(evidence.code);
  const frame = frameOf(code);
  const { environment, boot, load, migrations, database, backup, http } = evidence;
  return {
    evidence: { code, environment, boot, load, migrations, database, backup, http: (check) => httpOf(http, check) },
    kept: () => evidence,
    texts: new Map(Object.entries(evidence.texts)),
    secrets: new Map(),
    target: { ...from.target, units: frame.units() },
    entry: frame.entry,
    root: from.root,
    limitsReached: [],
    startedAt: new Date(from.startedAt),
  };
}

function httpOf(http: Gathered<KeptHttp>, check: Check): Gathered<HttpEvidence> {
  if (!('found' in http)) return http;
  const exchanges = http.found.exchanges[check.id];
  if (exchanges === undefined) return { missing: 'this check was not part of the run whose evidence was kept' };
  const further = http.found.further?.[check.id];
  const known = { ...http.found.shared, ...(further === undefined ? {} : { further }) };
  return 'found' in exchanges ? { found: { ...known, exchanges: exchanges.found } } : exchanges;
}
