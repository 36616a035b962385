// What was accepted before, in Markdown: folded, with every reason.
import { acceptedGroups, acceptedIn, baselineNotes, faultySuppressions, suppressionNote } from './acceptance.ts';
import { shortened } from './clean.ts';
import { code, prose } from './markdown-text.ts';
import type { Report } from './report.ts';

const longest = 200;

/** Blocks of lines: what was accepted, what of it needs a look, what is fixed. */
export function ratchetBlocks(report: Report): readonly (readonly string[])[] {
  const accepted = acceptedIn(report).length;
  return [
    accepted === 0 ? [] : ['<details>', `<summary>Accepted before: ${accepted}</summary>`, '', ...groups(report), '', '</details>'],
    section('Suppressions to look at', [
      ...faultySuppressions(report).map((each) => `${code(each.in)} ${each.checks.map(code).join(', ')}: ${prose(suppressionNote(each))}`),
      ...baselineNotes(report).map(prose),
    ]),
    section('Fixed since the baseline', fixedLines(report)),
  ];
}

/** What is fixed, one line each. */
export const fixedLines = ({ ratchet }: Report): readonly string[] =>
  (ratchet?.baseline?.fixed ?? []).map(
    ({ check, path, message }) => `${code(check)} ${path === '' ? '' : `${code(path)} `}${prose(shortened(message, longest))}`,
  );

function groups(report: Report): readonly string[] {
  return acceptedGroups(report).flatMap(({ note, items }) => [
    `- ${prose(note)}`,
    ...items.map(
      ({ check, place, message }) =>
        `  - ${code(check)} ${place === undefined ? '' : `${code(place)} `}${prose(shortened(message, longest))}`,
    ),
  ]);
}

const section = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`)];
