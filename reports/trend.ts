// Many runs in a row: how many checks of each tier are fine, what is found, what was accepted; as text, Markdown, JSON and a chart.
import { acceptedIn } from './acceptance.ts';
import { cleaned, cleanedJson } from './clean.ts';
import { openFindings } from './gate.ts';
import { code } from './markdown-text.ts';
import type { Report } from './report.ts';
import { ladder } from './summary.ts';

export interface TrendPoint {
  readonly startedAt: string;
  readonly version: string;
  readonly tierReached: Report['tierReached'];
  readonly fine: number;
  readonly checks: number;
  readonly failing: number;
  readonly inconclusive: number;
  readonly newFindings: number;
  readonly accepted: number;
}

/** One point a report, oldest first. */
export function trendOf(reports: readonly Report[]): readonly TrendPoint[] {
  return reports
    .map((report): TrendPoint => {
      const rungs = ladder(report);
      const count = (verdict: string) => report.results.filter((result) => result.verdict === verdict).length;
      return {
        startedAt: report.startedAt,
        version: report.tool.version,
        tierReached: report.tierReached,
        fine: rungs.reduce((sum, { good }) => sum + good, 0),
        checks: rungs.reduce((sum, { total }) => sum + total, 0),
        failing: count('fail'),
        inconclusive: count('inconclusive'),
        newFindings: report.results.filter(({ verdict }) => verdict === 'fail').flatMap(openFindings).length,
        accepted: acceptedIn(report).length,
      };
    })
    .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : one.startedAt > other.startedAt ? 1 : 0));
}

const columns = ['run', 'tier', 'fine', 'failing', 'inconclusive', 'new findings', 'accepted'] as const;
const row = (point: TrendPoint): readonly string[] => [
  point.startedAt.slice(0, 16).replace('T', ' '),
  point.tierReached ?? 'none',
  `${point.fine}/${point.checks}`,
  `${point.failing}`,
  `${point.inconclusive}`,
  `${point.newFindings}`,
  `${point.accepted}`,
];

export function trendText(points: readonly TrendPoint[]): string {
  const rows = [columns, ...points.map(row)];
  const widths = columns.map((_, at) => Math.max(...rows.map((each) => each[at]?.length ?? 0)));
  return `${rows
    .map((each) =>
      each
        .map((cell, at) => cleaned(cell).padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

export function trendMarkdown(points: readonly TrendPoint[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(columns), line(columns.map(() => '---')), ...points.map((point) => line(row(point).map((cell, at) => (at === 1 ? code(cell) : cleaned(cell)))))].join('\n')}\n`;
}

export const trendJson = (points: readonly TrendPoint[]): string => `${cleanedJson(JSON.stringify(points, null, 2))}\n`;

const size = { width: 720, height: 260, left: 44, right: 12, top: 34, bottom: 40 } as const;

/** Checks that are fine and that fail, over the runs; evenly spaced, because runs are what a team works in. */
export function trendSvg(points: readonly TrendPoint[]): string {
  const most = Math.max(1, ...points.map(({ checks }) => checks));
  const x = (at: number): number => size.left + ((size.width - size.left - size.right) * at) / Math.max(1, points.length - 1);
  const y = (value: number): number => size.height - size.bottom - ((size.height - size.top - size.bottom) * value) / most;
  const line = (name: string, value: (point: TrendPoint) => number): string => {
    const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value(point)).toFixed(1)}`).join('');
    const dots = points.map(
      (point, at) =>
        `<circle class="${name}" cx="${x(at).toFixed(1)}" cy="${y(value(point)).toFixed(1)}" r="2.6"><title>${cleaned(point.startedAt)}: ${value(point)}</title></circle>`,
    );
    return `<path class="${name}" d="${path}"/>${dots.join('')}`;
  };
  const steps = [0, Math.ceil(most / 2), most];
  const [first, last] = [points[0], points.at(-1)];
  const said =
    last === undefined
      ? 'no runs'
      : `${points.length} runs; in the last, ${last.fine} of ${last.checks} checks are fine and ${last.failing} fail`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${said}">`,
    `<title>${said}</title>`,
    '<style>text{font:12px system-ui,sans-serif;fill:#59636f}line{stroke:#d5dae1}path{fill:none;stroke-width:2}path.fine{stroke:#18794e}path.failing{stroke:#c02a37}circle.fine,rect.fine{fill:#18794e}circle.failing,rect.failing{fill:#c02a37}@media(prefers-color-scheme:dark){text{fill:#9aa4b1}line{stroke:#2a3039}path.fine{stroke:#4cc38a}path.failing{stroke:#ff7b84}circle.fine,rect.fine{fill:#4cc38a}circle.failing,rect.failing{fill:#ff7b84}}</style>',
    `<rect class="fine" x="${size.left}" y="10" width="10" height="10" rx="2"/><text x="${size.left + 16}" y="19">checks that are fine</text>`,
    `<rect class="failing" x="${size.left + 150}" y="10" width="10" height="10" rx="2"/><text x="${size.left + 166}" y="19">checks that fail</text>`,
    ...steps.map(
      (step) =>
        `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y(step).toFixed(1)}" y2="${y(step).toFixed(1)}"/><text x="${size.left - 8}" y="${(y(step) + 4).toFixed(1)}" text-anchor="end">${step}</text>`,
    ),
    line('fine', ({ fine }) => fine),
    line('failing', ({ failing }) => failing),
    ...(first === undefined || last === undefined
      ? []
      : [
          `<text x="${size.left}" y="${size.height - 14}">${cleaned(first.startedAt.slice(0, 10))}</text>`,
          ...(points.length > 1
            ? [
                `<text x="${size.width - size.right}" y="${size.height - 14}" text-anchor="end">${cleaned(last.startedAt.slice(0, 10))}</text>`,
              ]
            : []),
        ]),
    '</svg>',
    '',
  ].join('\n');
}

export const trendFormats: Readonly<Record<string, (points: readonly TrendPoint[]) => string>> = {
  text: trendText,
  markdown: trendMarkdown,
  json: trendJson,
  svg: trendSvg,
};
