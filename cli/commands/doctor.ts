// `launchgate doctor [path]`: what an audit would go by, and what is in its way.
import type { AddCommand } from '../command.ts';
import type { DoctorFlags } from '../doctor/doctor.ts';

export const addDoctor: AddCommand = (program, run) => {
  const command = program
    .command('doctor')
    .description('say what an audit would go by and what is in its way; starts nothing, sends nothing')
    .argument('[path]', 'folder of the backend', '.')
    .option('--config <file>', 'configuration file (default: searched upward to the root of the repository)')
    .option('--no-config', 'use no configuration file');
  command.action((path: string) =>
    run(async () => {
      const { doctor } = await import('../doctor/doctor.ts');
      return doctor(path, command.optsWithGlobals<DoctorFlags>());
    }),
  );
};
