// Everything that is looked at in a database, in one read-only transaction.
import type { Catalogue, DatabaseEvidence, Found, Gathered } from '../../model.ts';
import type { RawSet } from '../migrations/tools/raw-set.ts';
import { readCatalogue } from './catalogue/read.ts';
import { addressOf, type Limits, reading } from './connect.ts';
import { readHistories } from './history/read.ts';
import type { Ask } from './session.ts';
import { readConnections, readServer, readStatements } from './statistics.ts';

export interface DatabaseRequest {
  readonly url: string;
  /** Migrations of the checkout, as they lie there. */
  readonly sets: Found<readonly RawSet[]>;
  /** The schema they end in. */
  readonly expected: Found<Catalogue>;
  /** Takes seconds: only for a check that asks who may do what. */
  readonly tryAccess: boolean;
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
}: DatabaseRequest): Promise<Gathered<DatabaseEvidence>> {
  const address = addressOf(url);
  if ('problem' in address) return { missing: address.problem };
  const seen = await reading(address, (ask, encrypted) => evidenceFrom(ask, { name: address.name, encrypted, sets, expected }), {
    ...(limits === undefined ? {} : { limits }),
    signal,
  });
  if ('missing' in seen || !tryAccess || 'missing' in seen.found.catalogue) return seen;
  const { tryOnCopy } = await import('./copy.ts');
  return { found: { ...seen.found, access: await tryOnCopy(address, seen.found.catalogue.found, signal) } };
}

interface Known extends Pick<DatabaseRequest, 'sets' | 'expected'> {
  readonly name: string;
  readonly encrypted: boolean;
}

async function evidenceFrom(ask: Ask, { name, encrypted, sets, expected }: Known): Promise<DatabaseEvidence> {
  const { readsAllStatistics, ...server } = await readServer(ask);
  const { catalogue, notSeen } = await readCatalogue(ask);
  const histories = 'found' in sets ? await readHistories(ask, sets.found) : sets;
  const statements = await readStatements(ask);
  const connections = await readConnections(ask);
  const unreadable = 'found' in histories ? histories.found.flatMap(({ applied }) => ('missing' in applied ? [applied.missing] : [])) : [];
  return {
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
}
