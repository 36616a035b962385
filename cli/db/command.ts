// `launchgate db <url>`: only what can be told from a database and the migrations beside it.
import type { AddCommand } from '../command.ts';
import { type AuditFlags, gateFlags, outputFlags } from '../flags.ts';

export const addDatabase: AddCommand = (program, run) => {
  const command = program
    .command('db')
    .description('look at a PostgreSQL database, in a transaction that cannot write: schema, rights, history, indexes, connections')
    .argument('<url>', 'postgres:// URL, or the NAME of the variable that holds it')
    .argument('[path]', 'folder with the migrations it should have', '.')
    .option('--config <file>', 'configuration file')
    .option('--no-config', 'use no configuration file');
  gateFlags(command);
  outputFlags(command);
  command.action((url: string, path: string) =>
    run(async () => {
      const { runDatabaseAudit } = await import('./run.ts');
      return runDatabaseAudit(url, path, command.optsWithGlobals<AuditFlags>());
    }),
  );
};
