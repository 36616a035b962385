// Everything that is looked at in a database, in one read-only transaction.
import type { Catalogue, DatabaseEvidence, Found, Gathered } from '../../model.ts';
import type { RawSet } from '../migrations/tools/raw-set.ts';
import { readCatalogue } from './catalogue/read.ts';
import { addressOf, type Limits, reading } from './connect.ts';
import type { Sent } from './copy.ts';
import { readHistories } from './history/read.ts';
import type { Ask } from './session.ts';
import { type KeptStatement, readConnections, readServer, readStatements } from './statistics.ts';

export interface DatabaseRequest {
  readonly url: string;
  /** Migrations of the checkout, as they lie there. */
  readonly sets: Found<readonly RawSet[]>;
  /** The schema they end in. */
  readonly expected: Found<Catalogue>;
  /** Takes seconds: only for a check that asks who may do what. */
  readonly tryAccess: boolean;
  /** Takes seconds as well: only for a check that asks how statements are answered. */
  readonly plan?: boolean;
  /** Of the code, to be planned on a copy of the schema. */
  readonly statements?: readonly Sent[];
  readonly limits?: Limits;
  readonly signal?: AbortSignal;
}

/** Asks the catalogues, the statistics and the table of migrations; no user's row is read and nothing is written. */
export async function gatherDatabase({
  url,
  sets,
  expected,
  limits,
  signal,
  tryAccess,
  plan = false,
  statements = [],
}: DatabaseRequest): Promise<Gathered<DatabaseEvidence>> {
  const address = addressOf(url);
  if ('problem' in address) return { missing: address.problem };
  const seen = await reading(address, (ask, encrypted) => evidenceFrom(ask, { name: address.name, encrypted, sets, expected }), {
    ...(limits === undefined ? {} : { limits }),
    signal,
  });
  if ('missing' in seen) return seen;
  if ((!tryAccess && !plan) || 'missing' in seen.found.evidence.catalogue) return { found: seen.found.evidence };
  const { tryOnCopy } = await import('./copy.ts');
  const { catalogue } = seen.found.evidence;
  const sent = plan ? [...statements, ...worthPlanning(seen.found.kept)] : [];
  if (!tryAccess && sent.length === 0) return { found: seen.found.evidence };
  const { access, plans } = await tryOnCopy(address, { catalogue: catalogue.found, statements: sent, signal });
  return {
    found: { ...seen.found.evidence, ...(tryAccess ? { access } : {}), ...(sent.length === 0 ? {} : { plans }) },
  };
}

// What is asked a few times a month is nobody's trouble.
const callsToPlan = 20;
const mostPlanned = 20;
const worthPlanning = (kept: Found<readonly KeptStatement[]>): readonly Sent[] =>
  'missing' in kept
    ? []
    : kept.found
        .filter(({ calls }) => calls >= callsToPlan)
        .slice(0, mostPlanned)
        .map(({ whole }) => ({ text: whole }));

interface Known extends Pick<DatabaseRequest, 'sets' | 'expected'> {
  readonly name: string;
  readonly encrypted: boolean;
}

interface Seen {
  readonly evidence: DatabaseEvidence;
  /** With their whole texts, which are not shown. */
  readonly kept: Found<readonly KeptStatement[]>;
}

async function evidenceFrom(ask: Ask, { name, encrypted, sets, expected }: Known): Promise<Seen> {
  const { readsAllStatistics, ...server } = await readServer(ask);
  const { catalogue, notSeen } = await readCatalogue(ask);
  const histories = 'found' in sets ? await readHistories(ask, sets.found) : sets;
  const kept = await readStatements(ask);
  const statements = 'missing' in kept ? kept : { found: kept.found.map(({ whole: _, ...figures }) => figures) };
  const connections = await readConnections(ask);
  const unreadable = 'found' in histories ? histories.found.flatMap(({ applied }) => ('missing' in applied ? [applied.missing] : [])) : [];
  const evidence: DatabaseEvidence = {
    name,
    server: { ...server, encrypted },
    catalogue,
    expected,
    access: { missing: 'no check of this run asks who may do what' },
    histories,
    statements,
    connections,
    notSeen: [
      ...notSeen,
      ...unreadable,
      ...('missing' in statements ? [`slow statements: ${statements.missing}`] : []),
      ...(readsAllStatistics ? [] : ['statements and sessions of other users: the role pg_read_all_stats is not granted']),
    ],
  };
  return { evidence, kept };
}
