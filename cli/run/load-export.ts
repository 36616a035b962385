// `launchgate load export`: a scenario as a script for another engine, and what runs it on a cluster.
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { type K6Script, k6Script } from '../../loadtests/k6/export.ts';
import { objectName, testRun } from '../../loadtests/k6/manifest.ts';
import { readForExport } from '../../loadtests/scenario/read.ts';
import type { Scenario } from '../../loadtests/scenario/schema.ts';
import type { ExitCode } from '../command.ts';
import { loadSettings } from '../config/settings.ts';
import type { LoadExportFlags } from '../load-flags.ts';
import { messageOf, Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';
import { chosenScenario, configFolder } from './load-scenario.ts';
import { checkWritable, writeSafely } from './outputs.ts';

/** Writes the script, and a TestRun for the k6 operator where it is asked for; a Problem where the scenario is wrong or can't be said there. */
export async function runLoadExport(given: string | undefined, flags: LoadExportFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const { scenario, folder } = await scenarioToExport(given, flags);
  const url = flags.url ?? scenario.url ?? 'http://127.0.0.1:3000';
  const output = flags.output === undefined ? undefined : resolve(flags.output);
  const manifest = flags.testRun === undefined ? undefined : resolve(flags.testRun);
  await checkWritable([output, manifest].flatMap((file) => file ?? []));
  // k6 opens a file from where the script lies.
  const from = output === undefined ? undefined : dirname(output);
  const exported = exportOf(from === undefined ? scenario : withFilesFrom(scenario, { folder, from }), url);
  if (output === undefined) {
    if (manifest === undefined) await terminal.report(exported.script);
  } else {
    await writeSafely(output, exported.script);
    terminal.step(`Wrote ${flags.output}`);
  }
  if (manifest !== undefined) {
    await writeSafely(manifest, await manifestOf(scenario, { flags, folder, url }));
    terminal.step(`Wrote ${flags.testRun}`);
  }
  // In a TestRun it is all set.
  if (manifest === undefined || output !== undefined) for (const each of exported.transport.untold) terminal.warn(`launchgate: ${each}`);
  if (exported.environment.length > 0) terminal.step(`The script reads ${exported.environment.join(', ')}: k6 run -e NAME="$NAME" …`);
  return 0;
}

/** The scenario, checked without its target and its secrets, and what its paths are meant from. */
export async function scenarioToExport(
  given: string | undefined,
  flags: Pick<LoadExportFlags, 'config' | 'quiet'>,
): Promise<{ readonly scenario: Scenario; readonly folder: string }> {
  const settings = await loadSettings({ root: process.cwd(), config: flags.config, flags: {} }, openTerminal(flags));
  const chosen = given ?? chosenScenario(settings);
  const folder = typeof chosen === 'string' ? dirname(resolve(chosen)) : resolve(configFolder(settings));
  const scenario = await readForExport(chosen, folder);
  if ('problem' in scenario) throw new Problem(scenario.problem);
  return { scenario, folder };
}

function exportOf(scenario: Scenario, url: string, inPod = false): K6Script {
  const exported = k6Script(scenario, url, inPod);
  if ('problem' in exported) throw new Problem(exported.problem);
  return exported;
}

function withFilesFrom(scenario: Scenario, { folder, from }: { readonly folder: string; readonly from: string }): Scenario {
  const moved = (file: string): string => {
    const path = relative(from, resolve(folder, file));
    return path.startsWith('.') ? path : `./${path}`;
  };
  const feeds = Object.entries(scenario.feeds ?? {}).map(
    ([name, feed]) => [name, 'file' in feed ? { ...feed, file: moved(feed.file) } : feed] as const,
  );
  const { ca, certificate, key, ...transport } = scenario.transport ?? {};
  const pems = Object.entries({ ca, certificate, key }).flatMap(([name, file]) =>
    file === undefined ? [] : [[name, moved(file)] as const],
  );
  return {
    ...scenario,
    ...(scenario.feeds !== undefined && { feeds: Object.fromEntries(feeds) }),
    ...(scenario.transport !== undefined && { transport: { ...transport, ...Object.fromEntries(pems) } }),
  };
}

// In a ConfigMap every file lies beside the script.
async function manifestOf(
  scenario: Scenario,
  { flags, folder, url }: { readonly flags: LoadExportFlags; readonly folder: string; readonly url: string },
): Promise<string> {
  const exported = exportOf(scenario, url, true);
  const { transport } = exported;
  const files: Record<string, string> = {};
  for (const file of [...exported.files, ...transport.files]) {
    files[transport.files.includes(file) ? basename(file) : file] = await readFile(resolve(folder, file), 'utf8').catch((thrown) => {
      throw new Problem(`can't read ${file}: ${messageOf(thrown)}`);
    });
  }
  const made = testRun({ name: objectName(scenario.name), parallelism: flags.parallelism ?? 1, exported, files, baseUrl: transport.url });
  if ('problem' in made) throw new Problem(made.problem);
  return made.yaml;
}
