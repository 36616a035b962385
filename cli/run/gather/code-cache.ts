// The answers to the same files from an earlier run: kept beside other caches of the user, never in what is audited.
import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Check } from '../../../checks/model.ts';
import { toolVersion } from '../../version.ts';
import { type KeptAnswers, keptSchema } from './code-cache-schema.ts';

/** Checkouts that are remembered: the oldest goes first. */
const mostFiles = 40;
const mostBytes = 32 * 1024 * 1024;

export interface CodeCache {
  /** Undefined where there is nothing, or nothing that can be read. */
  readonly read: () => KeptAnswers | undefined;
  /** A cache that can't be written is none. */
  readonly write: (kept: KeptAnswers) => void;
}

/** What earlier runs of these very checks, by this very tool, kept of a folder. */
export function codeCache(root: string, checks: readonly Check[]): CodeCache {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'launchgate', 'answers');
  const asked = checks.map(({ id, judge }) => `${id} ${Object.keys(judge).join(' ')}`);
  const name = `${hash('sha256', JSON.stringify([build(), root, asked]), 'hex').slice(0, 40)}.json`;
  const file = join(folder, name);
  return {
    read: () => {
      try {
        return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        return undefined;
      }
    },
    write: (kept) => {
      const text = JSON.stringify(kept);
      if (text.length > mostBytes) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // Another run may read at this moment: it sees the old file or the new one.
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, text, { mode: 0o600 });
        renameSync(draft, file);
        forget(folder);
      } catch {
        // The next run looks again.
      }
    },
  };
}

function forget(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= mostFiles) return;
  const aged = files.map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.at - a.at);
  for (const { file } of aged.slice(mostFiles)) rmSync(file, { force: true });
}

/** Version and files of the tool: where it is being worked on, the version says nothing. */
function build(): string {
  const found = createHash('sha256').update(`${toolVersion()} ${process.version}`);
  // Where the tool is installed, its modules are joined into files named by what is in them.
  const folders = ['../../../checks/', '../../../chunks/']
    .map((folder) => fileURLToPath(new URL(folder, import.meta.url)))
    .filter((folder) => existsSync(folder));
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const place = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'examples') folders.push(place);
      } else if (/\.[jt]s$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(place);
        found.update(`${place} ${size} ${mtimeMs}\n`);
      }
    }
  }
  return found.digest('hex');
}
