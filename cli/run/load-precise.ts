// `--precise`: a processor for being on time, where there is one to give.
import { availableParallelism } from 'node:os';
import type { LoadRunFlags } from '../load-flags.ts';
import { Problem } from '../problem.ts';

/** Whether a processor is given for being on time; a Problem where there is none to give. */
export function preciseOf(
  { precise, threads = 1 }: Pick<LoadRunFlags, 'precise' | 'threads'>,
  processors: number = availableParallelism(),
): { readonly precise?: true } {
  if (precise !== true) return {};
  if (threads > 1) throw new Problem('--precise is for one thread: at a rate that takes several, nothing sleeps anyway');
  if (processors < 2) throw new Problem('--precise takes a processor for itself, and this machine has one');
  return { precise };
}
