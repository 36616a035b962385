// What became of one control: a line of the table.
import type { Control } from './control.ts';
import type { Noticed } from './report.ts';

export interface Row {
  readonly verdict: string;
  readonly seenIn: string;
  readonly text: string;
  /** `untold`: its check could not look, which says nothing of the check. */
  readonly outcome: 'caught' | 'missed' | 'untold';
}

const named = (all: readonly Noticed[]): string => all.map(({ id, what }) => `${id}: ${what}`).join('; ');

/** Caught where its own check fails and no other does, but those that rightly see the same. */
export function rowOf({ check, also = [] }: Control, noticed: readonly Noticed[], whole: readonly Noticed[]): Row {
  const own = noticed.find(({ id }) => id === check);
  const seen = { verdict: own?.verdict ?? 'pass', seenIn: own?.by.join(', ') ?? '–' };
  const before = new Set(whole.map(({ id, verdict }) => `${id} ${verdict}`));
  const others = noticed.filter(({ id, verdict }) => id !== check && !before.has(`${id} ${verdict}`));
  const accused = others.filter(({ id, verdict }) => verdict === 'fail' && !also.includes(id));
  if (own?.verdict === 'inconclusive') return { ...seen, text: `**not told: ${own.what}**`, outcome: 'untold' };
  if (own?.verdict !== 'fail') return { ...seen, text: '**no**', outcome: 'missed' };
  if (whole.some(({ id }) => id === check)) return { ...seen, text: '**it fails with every control too**', outcome: 'missed' };
  if (accused.length > 0) return { ...seen, text: `**others too: ${named(accused)}**`, outcome: 'missed' };
  const rightly = others.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
  const blind = others.filter(({ verdict }) => verdict === 'inconclusive');
  return {
    ...seen,
    text: [
      'yes',
      ...(rightly.length === 0 ? [] : [`and rightly ${rightly.join(', ')}`]),
      ...(blind.length === 0 ? [] : [`with nothing left to look at for ${named(blind)}`]),
    ].join(', '),
    outcome: 'caught',
  };
}
