// What a load run measured: answer times against their limits, what was answered, and each threshold.

import { shortened } from '../clean.ts';
import type { Report, ReportLoad } from '../report.ts';
import { html, type Markup, nothing, raw, when } from './markup.ts';

/** The section on load; nothing where no load run was made. */
export function loadSection({ load }: Report): Markup {
  if (load === undefined) return nothing;
  const rate = load.askedPerSecond === undefined ? '' : `, ${figure(load.askedPerSecond)} asked for`;
  return html`
<section class="coverage" id="page-load" aria-labelledby="page-load-title">
<h2 id="page-load-title">Under load</h2>
<p>${load.scenario === undefined ? '' : `${load.scenario}: `}${figure(load.requests)} requests to <code>${load.url}</code> in ${seconds(load.durationMs)}, ${figure(load.requestsPerSecond)} per second${rate}; ${share(load.failedShare)} failed. ${load.model === 'open' ? 'Open model: every request is timed from when it was due.' : `Closed model: ${load.connections} connections kept busy.`} ${load.warmUpMs > 0 ? `The first ${seconds(load.warmUpMs)} are not measured.` : ''}</p>
<div class="columns">
<figure class="panel chart"><figcaption>Answer times</figcaption>${times(load)}</figure>
<figure class="panel chart"><figcaption>Answers</figcaption>${answers(load)}</figure>
</div>
${when(load.thresholds.length > 0, () => thresholds(load))}
${when(load.doubts.length > 0, () => html`<h3>Doubts</h3><ul class="plain">${load.doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>`)}
</section>`;
}

const figure = (value: number): string => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10).toString();
const seconds = (ms: number): string => `${figure(ms / 1000)} s`;
const share = (value: number): string => `${figure(value * 100)} %`;

const width = 440;
const left = 46;
const right = 70;
// `timeout` and its kind stand where others have a status.
const nameWidth = 104;

// Bars of the percentiles, with a tick at every limit that one of them is held to.
function times(load: ReportLoad): Markup {
  const rows = [
    ['p50', load.p50Ms],
    ['p95', load.p95Ms],
    ['p99', load.p99Ms],
  ] as const;
  const limits = load.thresholds.flatMap(({ text, unit, limit }) => {
    const [, percentile] = /p\((\d+)\)/.exec(text) ?? [];
    return unit === 'ms' && percentile !== undefined ? [{ row: `p${percentile}`, limit }] : [];
  });
  const most = Math.max(1, ...rows.map(([, value]) => value), ...limits.map(({ limit }) => limit));
  const x = (value: number): number => left + ((width - left - right) * value) / most;
  const bars = rows.map(([name, value], at) => {
    const y = 8 + at * 34;
    const own = limits.filter(({ row }) => row === name);
    const over = own.some(({ limit }) => value > limit);
    const ticks = own.map(
      ({ limit }) =>
        `<line class="limit" x1="${fixed(x(limit))}" x2="${fixed(x(limit))}" y1="${y - 4}" y2="${y + 24}"><title>limit ${figure(limit)} ms</title></line>`,
    );
    return `<text x="0" y="${y + 15}">${name}</text><rect class="${over ? 'over' : 'within'}" x="${left}" y="${y}" width="${fixed(Math.max(1, x(value) - left))}" height="20" rx="3"/>${ticks.join('')}<text x="${fixed(Math.max(x(value), ...own.map(({ limit }) => x(limit))) + 6)}" y="${y + 15}">${figure(value)} ms</text>`;
  });
  const said = rows.map(([name, value]) => `${name} ${figure(value)} ms`).join(', ');
  return svg(said, 8 + rows.length * 34, bars);
}

function answers({ statuses, requests }: ReportLoad): Markup {
  const all = Object.entries(statuses).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const total = Math.max(
    1,
    requests,
    all.reduce((sum, [, count]) => sum + count, 0),
  );
  const bars = all.slice(0, 8).map(([status, count], at) => {
    const y = 8 + at * 34;
    const length = ((width - nameWidth - right) * count) / total;
    const kind = /^[23]/.test(status) ? 'within' : 'over';
    const { markup: name } = html`${shortened(status, 14)}`;
    return `<text x="0" y="${y + 15}">${name}</text><rect class="${kind}" x="${nameWidth}" y="${y}" width="${fixed(Math.max(1, length))}" height="20" rx="3"/><text x="${fixed(nameWidth + length + 6)}" y="${y + 15}">${count}</text>`;
  });
  const { markup: said } = html`${all.map(([status, count]) => `${count} times ${status}`).join(', ')}`;
  return svg(said, 8 + Math.max(1, bars.length) * 34, bars);
}

const fixed = (value: number): string => value.toFixed(1);

const svg = (said: string, height: number, parts: readonly string[]): Markup =>
  raw(`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${said}"><title>${said}</title>${parts.join('')}</svg>`);

function thresholds({ thresholds: all }: ReportLoad): Markup {
  const rows = all.map(({ text, unit, operator, limit, observed }) => {
    const state = observed === undefined ? 'not measured' : holds(observed, operator, limit) ? 'holds' : 'broken';
    return html`<tr><th scope="row">${text}</th><td>${observed === undefined ? '' : measured(observed, unit)}</td><td>${state}</td></tr>`;
  });
  return html`
<table>
<thead><tr><th scope="col">Threshold</th><th scope="col">Measured</th><th scope="col">Verdict</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function measured(value: number, unit: ReportLoad['thresholds'][number]['unit']): string {
  if (unit === 'ms') return `${figure(value)} ms`;
  if (unit === 'share') return share(value);
  return unit === 'count' ? figure(value) : `${figure(value)} per second`;
}

function holds(value: number, operator: ReportLoad['thresholds'][number]['operator'], limit: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '==':
      return value === limit;
    case '!=':
      return value !== limit;
  }
}
