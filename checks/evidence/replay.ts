// Keeps evidence in a folder and brings it back, so that it can be judged again without touching the target.
// It alone knows the files' layout; what the evidence means is none of its business.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type {
  BackupEvidence,
  BootEvidence,
  DatabaseEvidence,
  EnvironmentEvidence,
  Exchange,
  Gathered,
  HttpEvidence,
  LoadEvidence,
  MigrationsEvidence,
} from '../model.ts';
import type { CodeFacts } from './code/facts.ts';
import { archiveOf } from './http/har.ts';
import { makeFolder } from './make-folder.ts';
import { redact } from './secret-shapes.ts';

export interface KeptEvidence {
  /** The code gatherer's own facts; it links them again itself. */
  readonly code: Gathered<CodeFacts>;
  readonly environment: Gathered<EnvironmentEvidence>;
  readonly boot: Gathered<BootEvidence>;
  readonly load: Gathered<LoadEvidence>;
  readonly migrations: Gathered<MigrationsEvidence>;
  readonly database: Gathered<DatabaseEvidence>;
  readonly backup: Gathered<BackupEvidence>;
  readonly http: Gathered<KeptHttp>;
  /** Files of findings by path, empty but for the findings' lines. */
  readonly texts: Readonly<Record<string, string>>;
}
/** What all checks share, and the exchanges of each check's own probes, on further routes too. */
export interface KeptHttp {
  readonly shared: Omit<HttpEvidence, 'exchanges' | 'further'>;
  readonly further?: Readonly<Record<string, NonNullable<HttpEvidence['further']>>>;
  readonly exchanges: Readonly<Record<string, Gathered<HttpEvidence['exchanges']>>>;
}
/** Where the evidence came from: shown again in the report. */
export interface KeptFrom {
  readonly toolVersion: string;
  readonly startedAt: string;
  readonly target: { readonly path?: string; readonly url?: string; readonly start?: string };
  /** Where the files of findings lie on this machine. */
  readonly root?: string;
}

const schemaVersion = 2;
const manifestName = 'evidence.json';
/** For other tools: nothing here reads it back. */
const archiveName = 'http.har';
const kinds = ['code', 'environment', 'boot', 'load', 'migrations', 'database', 'backup', 'http', 'texts'] as const;

const text = z.string();
const manifestSchema = z.object({
  kind: z.literal('launchgate-evidence'),
  schemaVersion: z.literal(schemaVersion),
  toolVersion: text,
  startedAt: text,
  target: z.object({ path: text.optional(), url: text.optional(), start: text.optional() }),
  root: text.optional(),
  sha256: z.object({
    code: text,
    environment: text,
    boot: text,
    load: text,
    migrations: text,
    database: text,
    backup: text,
    http: text,
    texts: text,
  }),
});

/** Writes the evidence into the folder; each of `secrets` (name to value) and whatever looks like a secret is taken out first. */
export async function saveEvidence(
  folder: string,
  evidence: KeptEvidence,
  { from, secrets }: { readonly from: KeptFrom; readonly secrets: ReadonlyMap<string, string> },
): Promise<void> {
  const clean = (_: string, value: unknown): unknown => (typeof value === 'string' ? redact(value, secrets) : value);
  await makeFolder(folder);
  const sums: Record<string, string> = {};
  for (const kind of kinds) {
    const written = `${JSON.stringify(evidence[kind], clean)}\n`;
    sums[kind] = sha256(written);
    await writeFile(join(folder, `${kind}.json`), written);
  }
  const exchanges = exchangesIn(evidence);
  if (exchanges.length > 0) {
    const archive = archiveOf(exchanges, from.toolVersion);
    await writeFile(join(folder, archiveName), `${JSON.stringify(archive, clean, 2)}\n`);
  }
  const manifest = { kind: 'launchgate-evidence', schemaVersion, ...from, sha256: sums };
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, clean, 2)}\n`);
}

/** Of the probes, and of the drills after them. */
function exchangesIn({ http, boot }: KeptEvidence): readonly Exchange[] {
  return [...('found' in http ? http.found.shared.all : []), ...('found' in boot ? (boot.found.exchanges ?? []) : [])];
}

/** Reads a folder that `saveEvidence` wrote; a `problem` in one line where it is something else, changed or incomplete. */
export async function loadEvidence(folder: string): Promise<{ evidence: KeptEvidence; from: KeptFrom } | { problem: string }> {
  const manifest = await readManifest(folder);
  if ('problem' in manifest) return manifest;
  const read: Record<string, unknown> = {};
  for (const kind of kinds) {
    const written = await readFile(join(folder, `${kind}.json`), 'utf8').catch(() => undefined);
    if (written === undefined) return { problem: `${folder} is incomplete: ${kind}.json is missing` };
    if (sha256(written) !== manifest.sha256[kind]) return { problem: `${join(folder, `${kind}.json`)} was changed since it was saved` };
    read[kind] = JSON.parse(written);
  }
  const evidence = keptSchema.safeParse(read);
  if (!evidence.success) return { problem: `${folder} does not hold what its manifest says` };
  const { toolVersion, startedAt, target, root } = manifest;
  const from = { toolVersion, startedAt, target: withoutUndefined(target), ...(root === undefined ? {} : { root }) };
  return { evidence: evidence.data, from };
}

async function readManifest(folder: string): Promise<z.infer<typeof manifestSchema> | { problem: string }> {
  const written = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined);
  if (written === undefined) return { problem: `no saved evidence in ${folder}: it has no readable ${manifestName}` };
  const parsed = manifestSchema.safeParse(jsonOf(written));
  if (parsed.success) return parsed.data;
  const version = z.object({ kind: z.literal('launchgate-evidence'), schemaVersion: z.number() }).safeParse(jsonOf(written));
  if (version.success && version.data.schemaVersion !== schemaVersion) {
    return { problem: `${folder} was saved in evidence format ${version.data.schemaVersion}; this version reads ${schemaVersion}` };
  }
  return { problem: `${join(folder, manifestName)} is not a launchgate evidence manifest` };
}

// The checksums say that a file is what this tool wrote under this schema version; here only the outermost shape is looked at.
const holds = (value: unknown, ...keys: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && keys.every((key) => key in value);
const gathered = <T extends z.ZodType>(found: T) =>
  z.union([z.object({ found }), z.object({ missing: text, notAsked: z.literal(true).exactOptional() })]);
const keptSchema = z.object({
  code: gathered(z.custom<CodeFacts>((value) => holds(value, 'units', 'files', 'modules', 'children', 'coverage', 'secrets'))),
  environment: gathered(z.custom<EnvironmentEvidence>((value) => holds(value, 'sources', 'variables', 'expected'))),
  boot: gathered(z.custom<BootEvidence>((value) => holds(value, 'command', 'start', 'logLines', 'drills'))),
  load: gathered(z.custom<LoadEvidence>((value) => holds(value, 'url', 'requests', 'thresholds', 'doubts'))),
  migrations: gathered(z.custom<MigrationsEvidence>((value) => holds(value, 'sets'))),
  database: gathered(z.custom<DatabaseEvidence>((value) => holds(value, 'server', 'catalogue', 'histories'))),
  backup: gathered(z.custom<BackupEvidence>((value) => holds(value, 'name', 'faults', 'restore'))),
  http: gathered(z.custom<KeptHttp>((value) => holds(value, 'shared', 'exchanges'))),
  texts: z.record(text, text),
});

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

function withoutUndefined({ path, url, start }: z.infer<typeof manifestSchema>['target']): KeptFrom['target'] {
  return {
    ...(path === undefined ? {} : { path }),
    ...(url === undefined ? {} : { url }),
    ...(start === undefined ? {} : { start }),
  };
}

const sha256 = (written: string): string => createHash('sha256').update(written).digest('hex');
