// An audit of a database and the migrations in a folder, and of nothing else.
import { catalog } from '../../checks/catalog/index.ts';
import type { Check } from '../../checks/model.ts';
import type { ExitCode } from '../command.ts';
import type { AuditFlags } from '../flags.ts';
import { runChosen, settingsOf } from '../run/audit.ts';
import { chooseChecks } from '../run/choose-checks.ts';
import { existingFolder } from '../run/target.ts';
import { openTerminal } from '../terminal.ts';

/** Judges what the database and its migrations tell; 1 where the gate is not reached. */
export async function runDatabaseAudit(url: string, path: string, given: AuditFlags): Promise<ExitCode> {
  // Most of what is judged here belongs to the later tiers: the lowest gate would count one check.
  const flags = { gate: 'post-launch', ...given, databaseUrl: url };
  const terminal = openTerminal(flags);
  const root = existingFolder(path);
  const { settings, governing } = await settingsOf(root, flags, terminal);
  const among = catalog.flatMap(databaseOnly);
  const chosen = { leftOutBecause: 'launchgate db looks at the database alone', ...chooseChecks(settings.only, settings.skip, among) };
  return runChosen({ flags, terminal, root, settings, chosen, kinds: 'database', governing });
}

function databaseOnly(check: Check): readonly Check[] {
  const { database, migrations } = check.judge;
  if (database === undefined && migrations === undefined) return [];
  const { probes: _, ...rest } = check;
  return [{ ...rest, judge: { ...(migrations === undefined ? {} : { migrations }), ...(database === undefined ? {} : { database }) } }];
}
