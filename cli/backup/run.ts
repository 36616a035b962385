// One drill: the backup is verified, judged and reported, and its record written where one is wanted.
import { resolve } from 'node:path';
import { audit } from '../../checks/audit.ts';
import { catalog } from '../../checks/catalog/index.ts';
import { drillRecord } from '../../checks/evidence/backup/record.ts';
import type { Check, Gathered } from '../../checks/model.ts';
import { assemble } from '../../reports/assemble.ts';
import type { ExitCode } from '../command.ts';
import { Problem } from '../problem.ts';
import { deliver, exitCodeOf, localDay } from '../run/deliver.ts';
import { runFacts } from '../run/facts.ts';
import { type BackupAsk, knownBackup } from '../run/gather/backup.ts';
import { checkWritable, chosenOutputs, writeSafely } from '../run/outputs.ts';
import { existingFolder } from '../run/target.ts';
import { openTerminal } from '../terminal.ts';
import type { BackupFlags } from './flags.ts';

/** 0 where the backup is verified, 1 where it is not, 2 where nobody could tell. */
export async function runBackupVerify(file: string | undefined, flags: BackupFlags): Promise<ExitCode> {
  const ask = askOf(file, flags);
  const terminal = openTerminal(flags);
  const outputs = chosenOutputs(flags);
  await checkWritable([...outputs.flatMap(({ file: each }) => each ?? []), ...(flags.record === undefined ? [] : [resolve(flags.record)])]);
  const started = new Date();
  const backup = await knownBackup(ask, terminal);
  const none: Gathered<never> = { missing: 'launchgate backup looks at a backup alone', notAsked: true };
  const others = { code: none, environment: none, boot: none, load: none, migrations: none, database: none, http: () => none };
  const results = audit(catalog.flatMap(backupOnly), { ...others, backup });
  if (flags.record !== undefined && 'found' in backup) {
    const passed = results.every(({ verdict }) => verdict === 'pass');
    const key = process.env.LAUNCHGATE_DRILL_KEY || undefined;
    const outcome = { at: started, passed, ...verdictIn(results), ...(key === undefined ? {} : { key }) };
    const signedOffBy = flags.signedOffBy === undefined ? {} : { signedOffBy: flags.signedOffBy };
    await writeSafely(resolve(flags.record), drillRecord(backup.found, { ...outcome, ...signedOffBy }));
    terminal.step(`Wrote ${flags.record}`);
  }
  // Judged by the tier of the check itself: a lower gate would not count it.
  const facts = runFacts({ started, gate: 'post-launch', target: { path: file ?? 'backup of a command', units: [] } });
  const report = assemble(results, { ...facts, notPartBecause: none.missing });
  await deliver(report, { outputs, guides: catalog, today: localDay(started) }, terminal, flags);
  if ('missing' in backup) {
    terminal.warn(`launchgate: ${backup.missing}`);
    return 2;
  }
  return exitCodeOf(report, flags.exitZero === true);
}

function verdictIn([result]: ReturnType<typeof audit>): { readonly verdict?: string; readonly because?: readonly string[] } {
  if (result === undefined) return {};
  const because = result.answers.flatMap(({ answer }) =>
    'findings' in answer ? answer.findings.map(({ message }) => message) : [answer.because],
  );
  return { verdict: result.verdict, because };
}

function askOf(path: string | undefined, flags: BackupFlags): BackupAsk {
  const { command, rpo, maxAge = rpo, rto, checksum, invariants, against, previous, migrations, supabase } = flags;
  if ((path === undefined) === (command === undefined)) throw new Problem('name a backup, or the --command that writes one');
  if (checksum !== undefined && !/^[0-9a-f]{64}$/i.test(checksum)) throw new Problem('--checksum is no SHA-256 in hex');
  if (supabase !== undefined && !/^[a-z0-9]{20}$/.test(supabase)) throw new Problem('--supabase is no project reference of twenty letters');
  return {
    ...(supabase === undefined ? {} : { supabase }),
    ...(path === undefined ? {} : { path }),
    ...(command === undefined ? {} : { command }),
    ...(maxAge === undefined ? {} : { maxAgeMs: maxAge }),
    ...(rto === undefined ? {} : { restoreLimitMs: rto }),
    ...(checksum === undefined ? {} : { checksum }),
    ...(invariants === undefined ? {} : { invariants }),
    ...(against === undefined ? {} : { against }),
    ...(previous === undefined ? {} : { previous }),
    root: migrations === undefined ? undefined : existingFolder(migrations),
  };
}

function backupOnly(check: Check): readonly Check[] {
  const { backup } = check.judge;
  if (backup === undefined) return [];
  const { probes: _, ...rest } = check;
  return [{ ...rest, judge: { backup } }];
}
