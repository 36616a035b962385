// Renders a report once per format asked for, and brings each to its place.
import { Chalk } from 'chalk';
import { cleaned } from '../../reports/clean.ts';
import { formats } from '../../reports/formats.ts';
import { gateResult } from '../../reports/gate.ts';
import type { Guide, RenderOptions } from '../../reports/render-options.ts';
import type { Report } from '../../reports/report.ts';
import type { ExitCode } from '../command.ts';
import type { OutputFlags } from '../flags.ts';
import { interrupted } from '../interrupt.ts';
import type { Terminal, TerminalFlags } from '../terminal.ts';
import { type Output, readIfThere, writeSafely } from './outputs.ts';

export interface Delivery {
  readonly outputs: readonly Output[];
  /** What is known of each check beyond the report. */
  readonly guides: readonly Guide[];
  /** YYYY-MM-DD for a checklist; without it, the day of the audit. */
  readonly today?: string;
  /** The run was delivered before: CI is not told a second time. */
  readonly again?: true;
  /** What an interrupt left of the run, and is delivered after it. */
  readonly partial?: true;
}

/** Writes every report asked for; a Problem where a file can't be read or written. */
export async function deliver(
  report: Report,
  delivery: Delivery,
  terminal: Terminal,
  flags: TerminalFlags & Pick<OutputFlags, 'sarifIncludeSuppressed'>,
): Promise<void> {
  const plain: RenderOptions = {
    colour: new Chalk({ level: 0 }),
    width: 80,
    detail: flags.verbose === true ? 'verbose' : flags.quiet === true ? 'quiet' : 'normal',
    guides: delivery.guides,
    withAccepted: flags.sarifIncludeSuppressed === true,
  };
  for (const { format, file } of delivery.outputs) {
    if (delivery.partial !== true) interrupted.throwIfAborted();
    const existing = format === 'checklist' && file !== undefined ? await readIfThere(file) : undefined;
    const text = await render(report, format, {
      ...plain,
      ...(file === undefined
        ? { colour: new Chalk({ level: terminal.colour ? 1 : 0 }), width: Math.max(40, Math.min(terminal.columns, 120)) }
        : {}),
      checklist: {
        ...(existing === undefined ? {} : { existing }),
        ...(delivery.today === undefined ? {} : { today: delivery.today }),
      },
    });
    if (file === undefined) await terminal.report(text);
    else await writeSafely(file, text);
    if (file !== undefined) terminal.step(`Wrote ${cleaned(file)}`);
  }
  if (process.env.GITHUB_ACTIONS !== 'true' || delivery.again === true || delivery.partial === true) return;
  const { tellGithub } = await import('./github-actions.ts');
  await tellGithub(report, plain, { environment: process.env, terminal, outputs: delivery.outputs });
}

async function render(report: Report, format: string, options: RenderOptions): Promise<string> {
  const known = formats[format];
  if (known === undefined) throw new Error(`no renderer for ${format}`);
  const renderer = await known.load();
  return renderer(report, options);
}

/** 0 where the gate is reached, 1 where not, 2 where nothing was checked: `--exit-zero` changes only the 1. */
export function exitCodeOf(report: Report, exitZero: boolean): ExitCode {
  const result = gateResult(report);
  if (result === 'nothing-checked') return 2;
  return result === 'passed' || exitZero ? 0 : 1;
}

/** Today where the user is, as YYYY-MM-DD. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
