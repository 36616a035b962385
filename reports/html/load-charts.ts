// Charts of a load run: answer times over the run, answers over the run, answer times by percentile. Drawn from numbers alone.
import type { ReportLoad } from '../report.ts';
import { html, type Markup, raw } from './markup.ts';

type Moment = NonNullable<ReportLoad['moments']>[number];
interface Point {
  readonly x: number;
  readonly y: number;
}

const width = 440;
const height = 230;
const left = 52;
const right = 14;
const top = 22;
const bottom = 30;
const across = (share: number): number => left + (width - left - right) * share;
const upward = (share: number): number => height - bottom - (height - top - bottom) * share;

const lines = [
  { name: 'p50', of: ({ p50Ms }: Moment) => p50Ms },
  { name: 'p95', of: ({ p95Ms }: Moment) => p95Ms },
  { name: 'p99', of: ({ p99Ms }: Moment) => p99Ms },
] as const;

/** p50, p95 and p99 of what ended, moment by moment; what is not measured is shaded. */
export function timeChart(moments: readonly Moment[]): Markup {
  const most = Math.max(1, ...moments.flatMap(({ p99Ms = 0 }) => p99Ms));
  const scale = scaleOf(most);
  const { x, axis } = timeAxis(moments);
  const y = (ms: number) => upward(ms / scale.most);
  const drawn = lines.map(({ name, of }) => {
    const runs = runsOf(moments.map((moment) => ({ at: x(moment.atMs + moment.lastsMs / 2), ms: of(moment) })));
    return runs
      .map((run) =>
        path(
          `line ${name}`,
          run.map(({ at, ms }) => ({ x: at, y: y(ms) })),
        ),
      )
      .join('');
  });
  const said = lines.map(
    ({ name, of }) => `${name} at most ${figure(Math.max(0, ...moments.map((each) => of(each) ?? 0)))} ms in a moment`,
  );
  return svg(`Over the run: ${said.join(', ')}`, [
    ...shades(moments, x),
    ...grid(scale, y, 'ms'),
    axis,
    ...drawn,
    legend(lines.map(({ name }) => name)),
  ]);
}

/** Answers per second, those that failed in another colour. */
export function rateChart(moments: readonly Moment[]): Markup {
  const perSecond = (count: number, { lastsMs }: Moment) => (lastsMs === 0 ? 0 : count / (lastsMs / 1000));
  const most = Math.max(1, ...moments.map((moment) => perSecond(moment.ended, moment)));
  const scale = scaleOf(most);
  const { x, axis } = timeAxis(moments);
  const y = (rate: number) => upward(rate / scale.most);
  const bar = (moment: Moment, from: number, to: number, kind: string) => {
    const [start, end] = [x(moment.atMs), x(moment.atMs + moment.lastsMs)];
    return to <= from
      ? ''
      : `<rect class="${kind}" x="${fixed(start)}" width="${fixed(Math.max(0.5, end - start - 0.4))}" y="${fixed(y(to))}" height="${fixed(y(from) - y(to))}"/>`;
  };
  const bars = moments.map((moment) => {
    const failed = perSecond(moment.failed, moment);
    return bar(moment, 0, failed, 'over') + bar(moment, failed, perSecond(moment.ended, moment), 'within');
  });
  const failed = moments.reduce((sum, each) => sum + each.failed, 0);
  const ended = moments.reduce((sum, each) => sum + each.ended, 0);
  return svg(`Over the run: ${ended} answers, ${failed} of them failed`, [...shades(moments, x), ...grid(scale, y, '/s'), axis, ...bars]);
}

/** From the median to the slowest: the nearer to the right, the fewer had to wait as long. */
export function percentileChart(load: ReportLoad): Markup {
  const { percentiles = [], thresholds } = load;
  const last = Math.max(10, ...percentiles.map(({ percentile }) => (percentile < 100 ? 100 / (100 - percentile) : 0)));
  const limits = thresholds.flatMap(({ text, unit, limit }) => {
    const [, percentile] = /^http_req_duration: p\((\d+(?:\.\d+)?)\)/.exec(text) ?? [];
    return unit === 'ms' && percentile !== undefined && Number(percentile) < 100 ? [{ percentile: Number(percentile), limit }] : [];
  });
  const most = Math.max(1, ...percentiles.map(({ ms }) => ms));
  const scale = scaleOf(most);
  const x = (percentile: number) => across(Math.min(1, Math.log10(100 / Math.max(100 / last, 100 - percentile)) / Math.log10(last)));
  const y = (ms: number) => upward(ms / scale.most);
  const marks = [0, 90, 99, 99.9, 99.99, 99.999].filter((mark) => mark === 0 || 100 / (100 - mark) <= last * 1.01);
  const axis = marks.map(
    (mark) =>
      `<line class="grid" x1="${fixed(x(mark))}" x2="${fixed(x(mark))}" y1="${top}" y2="${height - bottom}"/><text x="${fixed(x(mark))}" y="${height - 10}" text-anchor="${mark === 0 ? 'start' : 'middle'}">${mark === 0 ? 'fastest' : `p${mark}`}</text>`,
  );
  const curve = path(
    'line p99',
    percentiles.map(({ percentile, ms }) => ({ x: x(percentile), y: y(ms) })),
  );
  const named = [50, 95, 99].flatMap((percentile) => {
    const ms = percentile === 50 ? load.p50Ms : percentile === 95 ? load.p95Ms : load.p99Ms;
    if (100 / (100 - percentile) > last * 1.01) return [];
    const [at, over] = [x(percentile), y(ms)];
    return `<circle class="dot" cx="${fixed(at)}" cy="${fixed(over)}" r="3"/><text x="${fixed(at - 6)}" y="${fixed(Math.max(top + 8, over - 8))}" text-anchor="end">p${percentile} ${figure(ms)}</text>`;
  });
  const ticks = limits
    .filter(({ limit }) => limit <= scale.most)
    .map(
      ({ percentile, limit }) =>
        `<line class="limit" x1="${fixed(x(percentile) - 9)}" x2="${fixed(x(percentile) + 9)}" y1="${fixed(y(limit))}" y2="${fixed(y(limit))}"><title>limit of p${percentile}: ${figure(limit)} ms</title></line>`,
    );
  const slowest = percentiles.at(-1)?.ms ?? 0;
  return svg(`By percentile, the slowest ${figure(slowest)} ms`, [...grid(scale, y, 'ms'), ...axis, curve, ...named, ...ticks]);
}

function timeAxis(moments: readonly Moment[]): { readonly x: (ms: number) => number; readonly axis: string } {
  const totalMs = Math.max(1000, ...moments.map(({ atMs, lastsMs }) => atMs + lastsMs));
  const x = (ms: number) => across(ms / totalMs);
  const { step } = scaleOf(totalMs / 1000, 5);
  const marks = Array.from({ length: Math.floor(totalMs / 1000 / step) + 1 }, (_, at) => at * step);
  const texts = marks.map(
    (second) => `<text x="${fixed(x(second * 1000))}" y="${height - 10}" text-anchor="middle">${figure(second)} s</text>`,
  );
  return { x, axis: texts.join('') };
}

function shades(moments: readonly Moment[], x: (ms: number) => number): readonly string[] {
  return moments
    .filter(({ measured }) => !measured)
    .map(
      ({ atMs, lastsMs }) =>
        `<rect class="shade" x="${fixed(x(atMs))}" width="${fixed(x(atMs + lastsMs) - x(atMs))}" y="${top}" height="${height - top - bottom}"/>`,
    );
}

interface Scale {
  readonly most: number;
  readonly step: number;
}

/** Round steps: 1, 2 or 5 of a power of ten, and an end that nothing reaches over. */
export function scaleOf(most: number, marks = 4): Scale {
  const rough = most / marks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  return { step, most: Math.ceil(most / step - 1e-9) * step };
}

function grid({ most, step }: Scale, y: (value: number) => number, unit: string): readonly string[] {
  const marks = Array.from({ length: Math.round(most / step) + 1 }, (_, at) => at * step);
  const lines = marks.map(
    (mark) =>
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${fixed(y(mark))}" y2="${fixed(y(mark))}"/><text x="${left - 6}" y="${fixed(y(mark) + 4)}" text-anchor="end">${figure(mark)}</text>`,
  );
  return [`<text x="${left - 6}" y="13" text-anchor="end">${unit}</text>`, ...lines];
}

function legend(names: readonly string[]): string {
  return names
    .map(
      (name, at) =>
        `<line class="line ${name}" x1="${left + at * 62}" x2="${left + at * 62 + 22}" y1="10" y2="10"/><text x="${left + at * 62 + 27}" y="14">${name}</text>`,
    )
    .join('');
}

// A moment in which nothing ended is a gap, not a zero.
function runsOf(
  points: readonly { readonly at: number; readonly ms: number | undefined }[],
): readonly (readonly { readonly at: number; readonly ms: number }[])[] {
  const runs: { at: number; ms: number }[][] = [[]];
  for (const { at, ms } of points) {
    if (ms === undefined) runs.push([]);
    else runs.at(-1)?.push({ at, ms });
  }
  return runs.filter(({ length }) => length > 0);
}

function path(kind: string, points: readonly Point[]): string {
  const [only, ...more] = points;
  if (only !== undefined && more.length === 0) return `<circle class="dot ${kind}" cx="${fixed(only.x)}" cy="${fixed(only.y)}" r="2"/>`;
  return `<polyline class="${kind}" points="${points.map(({ x, y }) => `${fixed(x)},${fixed(y)}`).join(' ')}"/>`;
}

const fixed = (value: number): string => value.toFixed(1);
const figure = (value: number): string => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10).toString();

function svg(words: string, parts: readonly string[]): Markup {
  const { markup: said } = html`${words}`;
  return raw(`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${said}"><title>${said}</title>${parts.join('')}</svg>`);
}
