// One file of the user's cache folder: what an earlier run of this very tool kept. Never in what is audited.
import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolVersion } from '../../version.ts';

/** Checkouts that are remembered, most of them with a file or two: the oldest goes first. */
const mostFiles = 60;
const mostBytes = 32 * 1024 * 1024;

export interface KeptFile {
  /** Undefined where there is nothing, or nothing that can be read. */
  readonly read: () => string | undefined;
  /** A cache that can't be written is none. */
  readonly write: (text: string) => void;
}

/** The file for whatever `key` (plain JSON) names. A text that is not whole is not read. */
export function keptFile(key: unknown): KeptFile {
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'launchgate', 'answers');
  const file = join(folder, `${hash('sha256', JSON.stringify([build(), key]), 'hex').slice(0, 40)}.json`);
  return {
    read: () => {
      try {
        const [digest = '', text = ''] = splitAtLine(readFileSync(file, 'utf8'));
        return digestOf(text) === digest ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write: (text) => {
      if (text.length > mostBytes) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // Another run may read at this moment: it sees the old file or the new one.
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, `${digestOf(text)}\n${text}`, { mode: 0o600 });
        renameSync(draft, file);
        forget(folder);
      } catch {
        // The next run looks again.
      }
    },
  };
}

const digestOf = (text: string): string => hash('sha256', text, 'base64');

function splitAtLine(text: string): readonly string[] {
  const end = text.indexOf('\n');
  return end === -1 ? [] : [text.slice(0, end), text.slice(end + 1)];
}

function forget(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  if (files.length <= mostFiles) return;
  const aged = files.map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.at - a.at);
  for (const { file } of aged.slice(mostFiles)) rmSync(file, { force: true });
}

let known: string | undefined;

/** Version and files of the tool: where it is being worked on, the version says nothing. */
function build(): string {
  known ??= buildNow();
  return known;
}

function buildNow(): string {
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
