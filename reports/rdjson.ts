// The report in Reviewdog's format: comments on the lines of a change, on every host that reviewdog knows.

import type { Tier } from '../checks/model.ts';
import { acceptanceNote } from './acceptance.ts';
import { cleaned, cleanedJson, shortened } from './clean.ts';
import { decisiveFindings } from './gate.ts';
import { checkPage } from './references.ts';
import type { Report } from './report.ts';
import { inRepository, shownAt } from './repository-place.ts';
import { placeLabel, worstFirst } from './summary.ts';

const severities: Readonly<Record<Tier, string>> = { testflight: 'ERROR', 'app-store': 'WARNING', 'post-launch': 'INFO' };
const longestMessage = 1000;

export function renderRdjson(report: Report): string {
  const failing = worstFirst(report.results).filter(({ verdict }) => verdict === 'fail');
  const diagnostics = failing.flatMap((result) =>
    decisiveFindings(result).map((finding) => {
      const page = checkPage(report, result.id);
      const known = finding.accepted === undefined ? '' : `${acceptanceNote(finding.accepted)}: `;
      const seen = finding.place.kind === 'file' ? finding.message : `${finding.message} (${placeLabel(finding.place)})`;
      const related = (finding.related ?? []).flatMap((each) => (each.kind === 'file' ? (inRepository(report, each) ?? []) : []));
      return {
        message: shortened(cleaned(known + seen), longestMessage),
        location: locationOf(shownAt(finding, result, report)),
        severity: finding.accepted === undefined ? severities[result.tier] : 'INFO',
        code: { value: cleaned(result.id), ...(page === undefined ? {} : { url: page }) },
        ...(related.length === 0 ? {} : { related_locations: related.map((each) => ({ message: 'also', location: locationOf(each) })) }),
      };
    }),
  );
  return `${cleanedJson(JSON.stringify({ source: { name: cleaned(report.tool.name) }, diagnostics }, null, 2))}\n`;
}

const locationOf = ({ path, line, column }: { readonly path: string; readonly line: number; readonly column: number }) => ({
  path: cleaned(path),
  range: { start: { line, column } },
});
