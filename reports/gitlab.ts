// The report as GitLab's code quality JSON.

import type { Tier } from '../checks/model.ts';
import { acceptanceNote } from './acceptance.ts';
import { cleaned, cleanedJson, shortened } from './clean.ts';
import { decisiveFindings } from './gate.ts';
import { checkPage } from './references.ts';
import type { Report } from './report.ts';
import { shownAt } from './repository-place.ts';
import { placeLabel, worstFirst } from './summary.ts';

const severities: Readonly<Record<Tier, string>> = { testflight: 'critical', 'app-store': 'major', 'post-launch': 'minor' };
const longestDescription = 1000;

export function renderGitlab(report: Report): string {
  const failing = worstFirst(report.results).filter(({ verdict }) => verdict === 'fail');
  const issues = failing.flatMap((result) =>
    decisiveFindings(result).map((finding) => {
      const page = checkPage(report, result.id);
      const { path, line } = shownAt(finding, result, report);
      const known = finding.accepted === undefined ? '' : `${acceptanceNote(finding.accepted)}: `;
      const seen = finding.place.kind === 'file' ? finding.message : `${finding.message} (${placeLabel(finding.place)})`;
      return {
        description: `${shortened(cleaned(known + seen), longestDescription)}${page === undefined ? '' : ` (${page})`}`,
        check_name: cleaned(result.id),
        fingerprint: finding.fingerprint,
        severity: finding.accepted === undefined ? severities[result.tier] : 'info',
        location: { path: cleaned(path), lines: { begin: line } },
      };
    }),
  );
  return `${cleanedJson(JSON.stringify(issues, null, 2))}\n`;
}
