// `launchgate init`: configuration, CI and first baseline for a folder. Whatever is there already stays as it is.
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { catalog } from '../../checks/catalog/index.ts';
import type { ExitCode } from '../command.ts';
import { configNames } from '../config/find.ts';
import { baselineName } from '../ratchet/baseline-file.ts';
import { git } from '../ratchet/git.ts';
import { runAudit } from '../run/audit.ts';
import { knownCode } from '../run/gather/code.ts';
import { writeSafely } from '../run/outputs.ts';
import { existingFolder } from '../run/target.ts';
import { openTerminal, type Terminal, type TerminalFlags } from '../terminal.ts';
import { toolVersion } from '../version.ts';
import { type Ci, detect } from './detect.ts';
import { ciFile, configFile, type InitFile } from './files.ts';

export type InitFlags = TerminalFlags & { readonly ci?: Ci | 'none'; readonly baseline?: boolean; readonly dryRun?: true };

/** Writes what is missing and tells of each file; under --dry-run prints it instead. */
export async function init(path: string, flags: InitFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const root = existingFolder(path);
  const { gathered } = await knownCode(root, catalog);
  const detected = await detect(root, 'found' in gathered ? gathered.found : undefined);
  for (const { root: unit, frameworks, languages } of detected.units)
    terminal.step(`Found a service: ${unit === '' ? '.' : unit} (${[...frameworks, ...languages].join(', ')})`);
  if (detected.units.length === 0) terminal.warn('No backend service was found here; the files are written all the same');
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.trim() ?? root;
  const folder = relative(top, root).split(sep).join('/') || '.';
  const ci = flags.ci ?? detected.ci;
  const files: readonly InitFile[] = [
    configFile(detected),
    ...(ci === 'none' ? [] : [ciFile(ci, { folder, version: toolVersion(), branch: await mainBranch(root) })]),
  ];
  for (const file of files) await put(file, { root, top, terminal, dryRun: flags.dryRun === true });
  if (flags.baseline === false || flags.dryRun === true) return 0;
  if (existsSync(join(root, baselineName))) {
    terminal.step(`Kept ${baselineName}: it is there already`);
    return 0;
  }
  return runAudit(path, {
    ...(flags.quiet === undefined ? {} : { quiet: flags.quiet }),
    config: false,
    writeBaseline: true,
    suppressionsFrom: 'worktree',
    format: [],
  });
}

/** As origin names it, else the one that is checked out; a name that YAML would misread is not taken over. */
async function mainBranch(root: string): Promise<string> {
  const origin = (await git(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']))?.trim().replace(/^origin\//, '');
  const here = (await git(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']))?.trim();
  return [origin, here].find((name) => name !== undefined && /^[A-Za-z][\w./-]*$/.test(name)) ?? 'main';
}

interface Put {
  readonly root: string;
  readonly top: string;
  readonly terminal: Terminal;
  readonly dryRun: boolean;
}

async function put(file: InitFile, { root, top, terminal, dryRun }: Put): Promise<void> {
  const folder = file.in === 'folder' ? root : top;
  // Another configuration would win over ours, or ours over it.
  const names = file.in === 'folder' ? configNames : [file.path];
  const there = names.find((name) => existsSync(join(folder, name)));
  if (dryRun) return terminal.report(`--- ${file.path}${there === undefined ? '' : ` (kept: ${there} is there already)`}\n${file.text}\n`);
  if (there !== undefined) return terminal.step(`Kept ${there}: it is there already`);
  await writeSafely(join(folder, file.path), file.text);
  terminal.step(`Wrote ${relative(process.cwd(), join(folder, file.path)) || file.path}`);
}
