// Where a finding is shown by services that know nothing but files of the repository: every finding gets one.
import type { FilePlace, Place } from '../checks/model.ts';
import type { Report, ReportFinding, ReportResult } from './report.ts';

/** A place in a file, its path as seen from the root of the repository. */
export interface RepositoryPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** As seen from the root of the repository; undefined for a path that leads out of it. */
export function inRepository({ target }: Pick<Report, 'target'>, { path, line, column }: FilePlace): RepositoryPlace | undefined {
  const steps = [...(target.inRepository ?? '').split('/'), ...path.split('/')].filter((step) => step !== '' && step !== '.');
  const isOutside = path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path) || steps.includes('..');
  return isOutside || steps.length === 0 ? undefined : { path: steps.join('/'), line, column };
}

/** Its own place; where it was seen elsewhere, the line to start from, a related one, or one of the same check, of any check, of the settings. */
export function shownAt(finding: ReportFinding, result: ReportResult, report: Report): RepositoryPlace {
  for (const candidate of candidates(finding, result, report)) {
    const place = candidate?.kind === 'file' ? inRepository(report, candidate) : undefined;
    if (place !== undefined) return place;
  }
  return { path: 'launchgate.config.json', line: 1, column: 1 };
}

// One after the other: the first will nearly always do, and the last ones are many.
function* candidates(finding: ReportFinding, result: ReportResult, report: Report): Generator<Place | undefined> {
  yield finding.place;
  yield finding.anchor;
  yield* environmentFile(finding.place);
  yield* finding.related ?? [];
  for (const { answers } of [result, ...report.results]) {
    for (const { findings } of answers) for (const { place, anchor } of findings) yield* [place, anchor];
  }
}

function environmentFile(place: Place): readonly FilePlace[] {
  if (place.kind !== 'environment' || place.source === 'process') return [];
  return [{ kind: 'file', path: place.source, line: 1, column: 1 }];
}
