// The flags of a command below `load`, which has flags of its own for a URL.
import type { Command } from 'commander';
import { Problem } from '../problem.ts';
import type { TerminalFlags } from '../terminal.ts';

/** `load` reads the flags that it has too: what was written is handed down, and what has no meaning below is refused. */
export function flagsOf<Flags extends object>(command: Command): Flags & TerminalFlags {
  const { parent: load } = command;
  const written: Record<string, unknown> = {};
  for (const option of load?.options ?? []) {
    const name = option.attributeName();
    if (load?.getOptionValueSource(name) !== 'cli') continue;
    if (!command.options.some((each) => each.attributeName() === name)) throw new Problem(`unknown option '${option.long}'`);
    written[name] = load.getOptionValue(name);
  }
  return { ...load?.parent?.opts<TerminalFlags>(), ...command.opts<Flags>(), ...written };
}
