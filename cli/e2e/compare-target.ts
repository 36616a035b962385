// Shows where an audit of a target and its marks differ: node cli/main.ts audit <target> --json | node cli/e2e/compare-target.ts <target>
import { text } from 'node:stream/consumers';
import type { Report } from '../../reports/report.ts';
import { foundIn } from './found.ts';
import { expectationsOf, readMarks } from './marks.ts';

const targetDir = process.argv[2];
if (targetDir === undefined) throw new Error('which target?');
const report: Report = JSON.parse(await text(process.stdin));
const found = foundIn(report, targetDir);

for (const [check, { verdict, places }] of Object.entries(expectationsOf(readMarks(targetDir)))) {
  const seen = found[check] ?? { verdict: 'not part of the run', places: [] };
  const missed = places.filter((place) => !seen.places.includes(place)).map((place) => `  missed     ${place}`);
  const extra = seen.places.filter((place) => !places.includes(place)).map((place) => `  unexpected ${place}`);
  const same = seen.verdict === verdict ? verdict : `${seen.verdict}, should be ${verdict}`;
  process.stdout.write(`${[`${check}: ${same}`, ...missed, ...extra].join('\n')}\n`);
}
