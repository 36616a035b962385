// What every command of the program is: its flags on commander, and the action it hands over.
import type { Command } from 'commander';

/** The exit code of the process. */
export type ExitCode = 0 | 1 | 2;
/** Puts a command's flags on the program; `run` takes what its action answers. */
export type AddCommand = (program: Command, run: (action: () => Promise<ExitCode>) => void) => void;
