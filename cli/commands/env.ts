// `launchgate env [path]`: only what can be told from the environment.
import type { AddCommand } from '../command.ts';
import { type AuditFlags, evidenceFlags, gateFlags, outputFlags, ratchetFlags } from '../flags.ts';

export const addEnv: AddCommand = (program, run) => {
  const command = program
    .command('env')
    .description('audit the environment alone: env files, what the code reads, keys and their shapes')
    .argument('[path]', 'folder of the backend', '.');
  evidenceFlags(command);
  gateFlags(command);
  ratchetFlags(command);
  outputFlags(command);
  command.action((path: string) =>
    run(async () => {
      const { runEnvironmentAudit } = await import('../run/audit.ts');
      return runEnvironmentAudit(path, command.optsWithGlobals<AuditFlags>());
    }),
  );
};
