// The two streams: the report on stdout and nothing else there; progress and notes on stderr.
import { interrupted } from './interrupt.ts';

export interface Terminal {
  /** Writes to stdout and waits until it is written; a reader that went away is no error. */
  report(text: string): Promise<void>;
  /** Progress: silent under --quiet. */
  step(text: string): void;
  /** Only under --verbose. */
  detail(text: string): void;
  /** Always shown. */
  warn(text: string): void;
  readonly colour: boolean;
  /** Columns of stdout, 80 where it is no terminal. */
  readonly columns: number;
}
export type TerminalFlags = {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean | string;
};

/** The terminal of this process. */
export function openTerminal(flags: TerminalFlags): Terminal {
  const note = (text: string): void => void process.stderr.write(`${text}\n`);
  return {
    report: async (text) => {
      interrupted.throwIfAborted();
      await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    },
    step: flags.quiet === true ? () => {} : note,
    detail: flags.verbose === true && flags.quiet !== true ? note : () => {},
    warn: note,
    colour: wantsColour(flags.color, process.env, process.stdout.isTTY === true),
    columns: process.stdout.columns ?? 80,
  };
}

/** `--no-color` and NO_COLOR win over FORCE_COLOR, which wins over what the stream is. */
export function wantsColour(flag: boolean | string | undefined, environment: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (flag === false || flag === 'never') return false;
  if (flag === 'always') return true;
  if ((environment.NO_COLOR ?? '') !== '') return false;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && environment.TERM !== 'dumb';
}
