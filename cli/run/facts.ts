// What every report says about the run itself.
import { createHash } from 'node:crypto';
import { catalog } from '../../checks/catalog/index.ts';
import type { RunFacts } from '../../reports/assemble.ts';
import { docsUrl, toolVersion } from '../version.ts';

/** Facts of a run that started then; nothing read and no limit reached, unless the caller says more. */
export function runFacts(run: { readonly started: Date } & Pick<RunFacts, 'gate' | 'target'>): RunFacts {
  return {
    tool: { name: 'launchgate', version: toolVersion(), docs: docsUrl() },
    target: run.target,
    gate: run.gate,
    startedAt: run.started.toISOString(),
    durationMs: Date.now() - run.started.getTime(),
    files: { read: 0, leftOut: [], unreadable: [] },
    limitsReached: [],
    catalog,
    texts: new Map(),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}
