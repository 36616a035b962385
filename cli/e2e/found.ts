// What an audit of a target found, in the form of its expected.json, so that the two can be laid side by side.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../checks/model.ts';
import type { Report } from '../../reports/report.ts';
import { byPlace, markedChecks } from './marks.ts';

export interface Found {
  readonly verdict: string;
  /** `path:line`, sorted by path and line; what has no line is named as it is. */
  readonly places: readonly string[];
}

/** Verdict and places per marked check, from what stands in the target's files; live evidence is left aside. */
export function foundIn(report: Pick<Report, 'results'>, targetDir: string): Readonly<Record<string, Found>> {
  return Object.fromEntries(
    report.results
      .filter(({ id }) => markedChecks.some((each) => each === id))
      .map(({ id, verdict, answers }): [string, Found] => {
        const failing = answers.filter((each) => (each.evidence === 'code' || each.evidence === 'environment') && each.verdict === 'fail');
        const places = failing.flatMap(({ findings }) => findings.map(({ place }) => namedPlace(place, targetDir)));
        return [id, { verdict, places: [...new Set(places)].sort(byPlace) }];
      }),
  );
}

function namedPlace(place: Place, targetDir: string): string {
  if (place.kind === 'file') return `${place.path}:${place.line}`;
  if (place.kind === 'process') return place.what;
  if (place.kind === 'request') return `${place.method} ${place.url}`;
  if (place.kind === 'database') return place.object;
  const line = lineThatSets(join(targetDir, place.source), place.name);
  return line === undefined ? `${place.source} ${place.name}` : `${place.source}:${line}`;
}

function lineThatSets(file: string, variable: string): number | undefined {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  const index = lines.findIndex((line) => line.replace(/^export\s+/, '').startsWith(`${variable}=`));
  return index === -1 ? undefined : index + 1;
}
