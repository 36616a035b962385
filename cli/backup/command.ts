// `launchgate backup verify <backup>`: is there a backup that brings the data back?
import { InvalidArgumentError } from 'commander';
import type { AddCommand } from '../command.ts';
import { outputFlags } from '../flags.ts';
import type { BackupFlags } from './flags.ts';

export const addBackup: AddCommand = (program, run) => {
  const backup = program.command('backup').description('verify backups of the database');
  const command = backup
    .command('verify')
    .description('restore a backup into a scratch PostgreSQL, count what came back, and throw it away')
    .argument('[backup]', 'a file or folder that pg_dump or pg_basebackup wrote, packed with gzip or zstd or not')
    .option('--command <command>', 'instead of a file: a command that writes the backup to its stdout')
    .option('--max-age <time>', 'how old it may be, as 26h or 7d (default: 26h)', span)
    .option('--rpo <time>', 'the same, by its other name: how much may be lost', span)
    .option('--rto <time>', 'how long a restore may take, as 15m', span)
    .option('--checksum <sha256>', 'the checksum it was written with (default: a .sha256 beside it)')
    .option('--invariants <file>', 'SQL whose every statement must return nothing')
    .option('--against <url>', 'the source: its rows are counted, read-only (URL, or the NAME of the variable that holds it)')
    .option('--previous <file>', 'the record of the last drill, to compare size and rows with')
    .option('--record <file>', 'write the record of this drill, signed with the key in LAUNCHGATE_DRILL_KEY where there is one')
    .option('--signed-off-by <name>', 'who answers for the drill, for its record')
    .option('--migrations <folder>', 'folder with the migrations that it should have')
    .option('--supabase <ref>', 'ask Supabase what it keeps of this project; the token is read from SUPABASE_ACCESS_TOKEN')
    .option('--exit-zero', 'exit 0 where it is not verified');
  outputFlags(command);
  command.action((file: string | undefined) =>
    run(async () => {
      const { runBackupVerify } = await import('./run.ts');
      return runBackupVerify(file, command.optsWithGlobals<BackupFlags>());
    }),
  );
};

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds in `15m`, `26h` or `7d`. */
function span(text: string): number {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text) ?? [];
  const factor = units[unit];
  if (digits === undefined || factor === undefined) throw new InvalidArgumentError('Write a time with its unit: 15m, 26h or 7d.');
  return Number(digits) * factor;
}
