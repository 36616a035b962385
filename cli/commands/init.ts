// `launchgate init [path]`: the files to begin with.
import { Option } from 'commander';
import type { AddCommand } from '../command.ts';
import type { InitFlags } from '../init/init.ts';

export const addInit: AddCommand = (program, run) => {
  const command = program
    .command('init')
    .description('write a configuration, a CI job and a first baseline; nothing that is there is changed')
    .argument('[path]', 'folder of the backend', '.')
    .addOption(
      new Option('--ci <server>', 'which CI server (default: as the repository tells)').choices(['github', 'gitlab', 'generic', 'none']),
    )
    .option('--no-baseline', 'write no baseline')
    .option('--dry-run', 'print the files instead');
  command.action((path: string) =>
    run(async () => {
      const { init } = await import('../init/init.ts');
      return init(path, command.optsWithGlobals<InitFlags>());
    }),
  );
};
