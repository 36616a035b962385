// What was accepted before, as the terminal shows it: every finding with its reason, and the suppressions that need a look.
import { acceptedGroups, acceptedIn, baselineNotes, faultySuppressions, suppressionNote } from './acceptance.ts';
import { cleaned } from './clean.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report } from './report.ts';
import { fitted, flow } from './text-lines.ts';

const shownOfGroup = 10;

/** Blocks of lines: what was accepted, what of it needs a look, what is fixed. */
export function ratchetBlocks(report: Report, options: RenderOptions): readonly (readonly string[])[] {
  const { colour, width } = options;
  const accepted = acceptedIn(report).length;
  const faulty = [
    ...faultySuppressions(report).flatMap((each) =>
      flow(`  ! ${cleaned(each.in)}`, cleaned(`${each.checks.join(', ')}: ${suppressionNote(each)}`), 6, width),
    ),
    ...baselineNotes(report).flatMap((note) => flow('  !', cleaned(note), 4, width)),
  ];
  const fixed = report.ratchet?.baseline?.fixed ?? [];
  return [
    accepted === 0 ? [] : [colour.bold(`Accepted before (${accepted})`), ...groupLines(report, options)],
    faulty.length === 0 ? [] : [colour.bold('Suppressions to look at'), ...faulty],
    fixed.length === 0
      ? []
      : [
          colour.bold(`Fixed since the baseline (${fixed.length})`),
          ...fixed.flatMap(({ check, path, message }) => flow(`  ✓ ${cleaned(check)}`, cleaned(`${path} ${message}`.trim()), 6, width)),
        ],
  ];
}

function groupLines(report: Report, { width, detail }: RenderOptions): readonly string[] {
  return acceptedGroups(report).flatMap(({ note, items }) => {
    const shown = detail === 'verbose' ? items : items.slice(0, shownOfGroup);
    const more = items.length - shown.length;
    return [
      ...flow('  ', cleaned(note), 4, width),
      ...shown.map(({ check, place, message }) => {
        const line = cleaned([check, place, message].filter((part) => part !== undefined).join('  '));
        return `    – ${fitted(line, Math.max(20, width - 6))}`;
      }),
      ...(more > 0 ? [`      … and ${more} more (--verbose)`] : []),
    ];
  });
}
