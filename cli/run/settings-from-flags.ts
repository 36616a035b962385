// The flags of a run in the words of the configuration file, and those of what it is to look at.

import type { Settings } from '../config/settings.ts';
import type { AuditFlags } from '../flags.ts';
import { Problem } from '../problem.ts';
import type { GatherRequest } from './gather/run.ts';

/** Only what was given; checked like every other layer afterwards. */
export function settingsFromFlags(flags: AuditFlags): object {
  refuseToLook(flags);
  return {
    url: flags.url,
    start: flags.start,
    waitFor: flags.waitFor,
    waitTimeoutMs: flags.waitTimeout,
    envFiles: flags.envFile,
    processEnvironment: flags.env === 'process' ? true : undefined,
    gate: flags.gate,
    failOn: flags.failOn,
    maxWarnings: flags.maxWarnings,
    baseline: flags.baseline === false ? undefined : flags.baseline,
    passOnStaleBaseline: flags.passOnStaleBaseline,
    only: flags.only,
    skip: flags.skip,
    allow: flags.allow,
    proxy: flags.proxy,
    auth: authOf(flags),
  };
}

function authOf({ tokenEnv, tokenCommand, secondTokenEnv, secondTokenCommand, header }: AuditFlags): object {
  const second = secondTokenEnv === undefined && secondTokenCommand === undefined;
  return {
    tokenEnv,
    tokenCommand,
    headers: header,
    second: second ? undefined : { tokenEnv: secondTokenEnv, tokenCommand: secondTokenCommand },
  };
}

/** The backup to look at, where one was named. */
export function backupOf({ backup, backupCommand }: AuditFlags): Pick<GatherRequest, 'backup'> {
  if (backup !== undefined && backupCommand !== undefined)
    throw new Problem('--backup and --backup-command name two backups: give one of them');
  if (backupCommand !== undefined) return { backup: { command: backupCommand } };
  return backup === undefined ? {} : { backup: { path: backup } };
}

/** A Problem where a flag asks for something that would not be done: whoever gave it counts on it. */
export function refuseIdle({ load, waitTimeout, plan, json, output, format = [] }: AuditFlags, { url, start }: Settings): void {
  if (load === true && url === undefined && start === undefined)
    throw new Problem('--load needs a running service: give --url, or --start with a command');
  if (waitTimeout !== undefined && start === undefined) throw new Problem('--wait-timeout needs --start "<command>"');
  // Reports to files are left out of a plan; whoever reads stdout counts on what was asked for there.
  if (plan === true && output === undefined && (json === true || format.some((each) => each !== 'text' && !each.includes('='))))
    throw new Problem('--plan is shown on stdout, as text: leave out --json, and -f without a file');
}

/** A Problem where kept evidence is to be judged and a flag asks to look somewhere as well: it would not be done. */
function refuseToLook(flags: AuditFlags): void {
  if (flags.fromEvidence === undefined) return;
  const { url, start, load, databaseUrl, backup, backupCommand, saveEvidence, plan } = flags;
  const asked = Object.entries({
    '--url': url,
    '--start': start,
    '--load': load,
    '--database-url': databaseUrl,
    '--backup': backup,
    '--backup-command': backupCommand,
    '--save-evidence': saveEvidence,
    '--plan': plan,
  }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (asked.length > 0) throw new Problem(`--from-evidence judges what was kept, and nothing else: leave out ${asked.join(', ')}`);
}
