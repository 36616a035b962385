// What a checklist item is told: whether its box changes, and the evidence in a form that the next run finds again.

import type { Verdict } from '../checks/model.ts';
import { shortened } from './clean.ts';
import { decisiveFindings } from './gate.ts';
import { code, prose } from './markdown-text.ts';
import type { ReportResult } from './report.ts';
import { placeLabel, wasLookedAt } from './summary.ts';

export interface ItemEvidence {
  /** `keep`: nothing was proved either way, so the box stays as its owner left it. */
  readonly box: 'tick' | 'untick' | 'keep';
  readonly text: string;
}

const most = 3;

/** Judges one item from the checks that stand for it; one that was not part of the run leaves the item unproved. */
export function itemEvidence(results: readonly ReportResult[], notRun: readonly string[]): ItemEvidence {
  const of = (verdict: Verdict) => results.filter((result) => result.verdict === verdict);
  const failing = of('fail');
  if (failing.length > 0) return { box: 'untick', text: `❌ ${mark(failing.map(seen))}` };
  const open = [...of('inconclusive').map(unanswered), ...notRun.map((id) => `${code(id)} was not part of this run`)];
  if (open.length > 0) return { box: 'keep', text: `⚪ ${mark([...open, 'the box is left as it was'])}` };
  const passing = of('pass');
  if (passing.length > 0) return { box: 'tick', text: `✅ ${mark(passing.map(seen))}` };
  return {
    box: 'keep',
    text: `⚪ ${mark([...results.map(({ because }) => `does not apply: ${short(because ?? '')}`), 'the box is left as it was'])}`,
  };
}

// The angle quotes bound the evidence, so that a note written behind it outlives the next run.
const mark = (parts: readonly string[]): string => `launchgate ‹${parts.join('; ').replaceAll(/[‹›]/g, "'")}›`;
const previous = / — (?:✅|❌|⚪) launchgate ‹[^‹›]*›/gu;

/** The text of an item with this evidence in place of the last, else behind it; trailing spaces stay. */
export function withEvidence(after: string, evidence: ItemEvidence): string {
  const suffix = ` — ${evidence.text}`;
  let placed = false;
  const replaced = after.replaceAll(previous, () => {
    if (placed) return '';
    placed = true;
    return suffix;
  });
  if (placed) return replaced;
  const words = after.trimEnd();
  return words + suffix + after.slice(words.length);
}

function seen(result: ReportResult): string {
  const findings = decisiveFindings(result);
  const shown = findings.slice(0, most).map(({ place, message }, index, all) => {
    const repeats = all[index - 1]?.message === message;
    return repeats ? code(placeOf(place)) : `${code(placeOf(place))} ${short(message)}`;
  });
  const more = findings.length > most ? [`${findings.length - most} more`] : [];
  const accepted = findings.filter((finding) => finding.accepted !== undefined).length;
  const known = accepted > 0 ? [`${accepted} of them accepted before`] : [];
  const blind = result.answers.filter(({ looked }) => !looked).map(({ evidence }) => evidence);
  const unseen = result.verdict === 'pass' && blind.length > 0 ? [`not looked at: ${blind.join(', ')}`] : [];
  return [...shown, ...more, ...known, ...unseen].join('; ');
}

function unanswered(result: ReportResult): string {
  return `${wasLookedAt(result) ? 'could not be answered' : 'not looked at'}: ${short(result.because ?? '')}`;
}

const short = (text: string): string => prose(shortened(text, 120));
// Columns say nothing to a reader of a checklist.
const placeOf = (place: Parameters<typeof placeLabel>[0]): string =>
  shortened(place.kind === 'file' ? `${place.path}:${place.line}` : placeLabel(place), 120);
