// `launchgate doctor`: whether an audit of this folder could run, and what it would go by. Starts nothing and sends nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { catalog } from '../../checks/catalog/index.ts';
import { readBaseline } from '../../reports/baseline.ts';
import type { ExitCode } from '../command.ts';
import { loadSettings, type Settings } from '../config/settings.ts';
import { messageOf } from '../problem.ts';
import { baselineName } from '../ratchet/baseline-file.ts';
import { filesWith, git } from '../ratchet/git.ts';
import { absent, governingRevision } from '../ratchet/governing.ts';
import { ignoreNames, readIgnoreFile } from '../ratchet/ignore-file.ts';
import { marker } from '../ratchet/inline.ts';
import { chooseChecks } from '../run/choose-checks.ts';
import { knownCode } from '../run/gather/code.ts';
import { existingFiles, existingFolder } from '../run/target.ts';
import { openTerminal, type Terminal, type TerminalFlags } from '../terminal.ts';
import { toolVersion } from '../version.ts';

interface Line {
  readonly state: 'fine' | 'note' | 'wrong';
  readonly about: string;
  readonly text: string;
}
const symbols = { fine: '✓', note: '–', wrong: '✗' } as const;

export type DoctorFlags = TerminalFlags & { readonly config?: string | boolean };

/** 0 where an audit could run, 2 where something is in its way. */
export async function doctor(path: string, flags: DoctorFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const root = existingFolder(path);
  const lines: Line[] = [fine('launchgate', `${toolVersion()}, ${catalog.length} checks, on Node ${process.versions.node}`)];
  const settings = await tried(() => loadSettings({ root, config: flags.config, flags: {} }, silent(terminal)));
  lines.push(...('problem' in settings ? [wrong('configuration', settings.problem)] : settingsLines(settings.found)));
  lines.push(...(await codeLines(root)));
  lines.push(...baselineLines(root, 'found' in settings ? settings.found.baseline : undefined));
  lines.push(...(await suppressionLines(root)), ...(await repositoryLines(root)));
  const width = Math.max(...lines.map(({ about }) => about.length));
  await terminal.report(`${lines.map(({ state, about, text }) => `${symbols[state]} ${about.padEnd(width)}  ${text}`).join('\n')}\n`);
  return lines.some(({ state }) => state === 'wrong') ? 2 : 0;
}

const fine = (about: string, text: string): Line => ({ state: 'fine', about, text });
const note = (about: string, text: string): Line => ({ state: 'note', about, text });
const wrong = (about: string, text: string): Line => ({ state: 'wrong', about, text });

const silent = (terminal: Terminal): Terminal => ({ ...terminal, step: () => {}, detail: () => {} });

async function tried<T>(work: () => Promise<T> | T): Promise<{ readonly found: T } | { readonly problem: string }> {
  try {
    return { found: await work() };
  } catch (thrown) {
    return { problem: messageOf(thrown) };
  }
}

function settingsLines(settings: Settings): readonly Line[] {
  const { configFile, gate, only, skip, envFiles, start, url } = settings;
  const lines = [
    configFile === undefined ? note('configuration', 'none; launchgate init writes one') : fine('configuration', shown(configFile)),
  ];
  const checked = (about: string, work: () => string): Line => {
    try {
      return fine(about, work());
    } catch (thrown) {
      return wrong(about, messageOf(thrown));
    }
  };
  return [
    ...lines,
    fine('gate', gate),
    checked('checks', () => `${chooseChecks(only, skip).checks.length} of ${catalog.length}`),
    ...(envFiles.length === 0 ? [] : [checked('env files', () => existingFiles(envFiles).map(shown).join(', '))]),
    start === undefined && url === undefined
      ? note('live', 'neither start nor url: the running service would not be looked at')
      : fine('live', start ?? url ?? ''),
  ];
}

async function codeLines(root: string): Promise<readonly Line[]> {
  const { gathered } = await knownCode(root, catalog);
  if (!('found' in gathered)) return [wrong('services', gathered.missing)];
  const { units, coverage } = gathered.found;
  const named = units.map((unit) => `${unit.root === '' ? '.' : unit.root} (${unit.frameworks.join(', ')})`);
  return [
    units.length === 0 ? wrong('services', 'no backend service was found here') : fine('services', named.join('; ')),
    ...coverage.unreadable.map(({ path, because }) => note('not read', `${path}: ${because}`)),
  ];
}

function baselineLines(root: string, named: string | undefined): readonly Line[] {
  const file = named ?? join(root, baselineName);
  if (!existsSync(file)) return [named === undefined ? note('baseline', 'none') : wrong('baseline', `there is no ${shown(file)}`)];
  const read = readBaseline(readFileSync(file, 'utf8'));
  return [
    'problem' in read
      ? wrong('baseline', `${shown(file)}: ${read.problem}`)
      : fine('baseline', `${shown(file)}, ${read.entries.length} entries`),
  ];
}

async function suppressionLines(root: string): Promise<readonly Line[]> {
  const name = ignoreNames.find((each) => existsSync(join(root, each)));
  const inline = await filesWith(root, marker);
  const entries = name === undefined ? undefined : await tried(() => readIgnoreFile(name, readFileSync(join(root, name), 'utf8')));
  return [
    ...(entries === undefined
      ? []
      : ['problem' in entries ? wrong('suppressions', entries.problem) : fine('suppressions', `${name}, ${entries.found.length} entries`)]),
    ...(inline.length === 0 ? [] : [note('comments', `${marker} stands in ${inline.length} ${inline.length === 1 ? 'file' : 'files'}`)]),
  ];
}

async function repositoryLines(root: string): Promise<readonly Line[]> {
  const top = (await git(root, ['rev-parse', '--show-toplevel']))?.trim();
  if (top === undefined) return [note('repository', 'none, or no git: --since and --suppressions-from have nothing to go by')];
  const governing = await governingRevision(root, undefined, process.env);
  if (governing === undefined) return [fine('repository', shown(top))];
  return [governing.commit === undefined ? wrong('base', absent(governing).message) : fine('base', `${governing.name} governs`)];
}

const shown = (file: string): string => relative(process.cwd(), file) || '.';
