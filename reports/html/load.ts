// What a load run measured: answer times against their limits, what was answered, and each threshold.
import { isHeld } from '../../checks/model/threshold.ts';
import { shortened } from '../clean.ts';
import type { Report, ReportLoad } from '../report.ts';
import { percentileChart, rateChart, timeChart } from './load-charts.ts';
import { html, type Markup, nothing, raw, when } from './markup.ts';

/** The section on load; nothing where no load run was made. */
export function loadSection({ load }: Report): Markup {
  if (load === undefined) return nothing;
  const rate = load.askedPerSecond === undefined ? '' : `, ${figure(load.askedPerSecond)} journeys a second asked for`;
  return html`
<section class="coverage" id="page-load" aria-labelledby="page-load-title">
<h2 id="page-load-title">Under load</h2>
<p>${load.scenario === undefined ? '' : `${load.scenario}: `}${figure(load.requests)} requests to <code>${load.url}</code> in ${seconds(load.durationMs)}, ${figure(load.requestsPerSecond)} per second${rate}; ${share(load.failedShare)} failed. ${modelOf(load)} ${load.warmUpMs > 0 ? `The first ${seconds(load.warmUpMs)} are not measured.` : ''}</p>
${when(load.stoppedBecause !== undefined, () => html`<p><strong>Partial:</strong> the run ended early, ${load.stoppedBecause ?? ''}.</p>`)}
${charts(load)}
${when(load.thresholds.length > 0, () => thresholds(load))}
${when((load.steps ?? []).length > 1, () => steps(load.steps ?? []))}
${repeats(load)}
${when(load.doubts.length > 0, () => html`<h3>Doubts</h3><ul class="plain">${load.doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>`)}
</section>`;
}

function modelOf({ model, connections, timedFromSent, engines = 1 }: ReportLoad): string {
  if (timedFromSent === true) {
    const several = engines > 1 ? ` Percentiles are the highest of ${engines} engines: those of all requests are no higher.` : '';
    return `Measured by k6: every request is timed from when it was sent, not from when it was due.${several}`;
  }
  return model === 'open'
    ? 'Open model: every request is timed from when it was due.'
    : `Closed model: ${connections} connections kept busy.`;
}

function charts(load: ReportLoad): Markup {
  const { moments = [], percentiles = [] } = load;
  const outcomes = html`<figure class="panel chart"><figcaption>Answers</figcaption>${answers(load)}</figure>`;
  if (moments.length < 2 || percentiles.length === 0) {
    return html`<div class="columns"><figure class="panel chart"><figcaption>Answer times</figcaption>${times(load)}</figure>${outcomes}</div>`;
  }
  const shaded = moments.some(({ measured }) => !measured) ? '; shaded: not measured' : '';
  const limited = load.thresholds.some(({ text }) => text.startsWith('http_req_duration: p(')) ? '; bars: limits' : '';
  return html`
<div class="columns">
<figure class="panel chart"><figcaption>Answer times over the run${shaded}</figcaption>${timeChart(moments)}</figure>
<figure class="panel chart"><figcaption>Answer times by percentile${limited}</figcaption>${percentileChart(load)}</figure>
</div>
<div class="columns">
<figure class="panel chart"><figcaption>Answers per second over the run</figcaption>${rateChart(moments)}</figure>
${outcomes}
</div>`;
}

function steps(all: NonNullable<ReportLoad['steps']>): Markup {
  const rows = all.map(
    ({ name, route, requests, failed, p50Ms, p95Ms, p99Ms }) => html`
<tr><th scope="row">${name} ${when(name !== route, () => html`<small>${route}</small>`)}</th><td>${requests}${requests === 0 ? '' : `, ${share(failed / requests)} failed`}</td><td>p50 ${figure(p50Ms)} ms, p95 ${figure(p95Ms)} ms, p99 ${figure(p99Ms)} ms</td></tr>`,
  );
  return html`
<table>
<thead><tr><th scope="col">Step</th><th scope="col">Requests</th><th scope="col">Answer times</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function repeats({ repeats: all }: ReportLoad): Markup {
  if (all === undefined) return nothing;
  const rows = all.figures.map(
    ({ what, unit, median, least, most }) =>
      html`<tr><th scope="row">${what}</th><td class="amount">${measured(median, unit)}</td><td>${measured(least, unit)} to ${measured(most, unit)}</td></tr>`,
  );
  return html`
<table>
<thead><tr><th scope="col">Of ${all.runs} runs</th><th scope="col">Median</th><th scope="col">Least to most</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
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
  const rows = all.map(
    (threshold) =>
      html`<tr><th scope="row">${threshold.text}</th><td class="amount">${observedOf(threshold)}</td><td>${stateOf(threshold)}</td></tr>`,
  );
  return html`
<table>
<thead><tr><th scope="col">Threshold</th><th scope="col" class="amount">Measured</th><th scope="col">Verdict</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

function stateOf({ text, judged, observed, operator, limit }: ReportLoad['thresholds'][number]): string {
  if (judged !== undefined && judged.verdict === 'inconclusive')
    return `not answered: ${judged.because.replace(text, '').replace(/^(?: \(was [^)]*\))?: /, '')}`;
  if (judged !== undefined) return judged.verdict === 'pass' ? 'holds' : 'broken';
  return observed === undefined ? 'not measured' : isHeld({ operator, limit }, observed) ? 'holds' : 'broken';
}

function observedOf({ observed, between, unit }: ReportLoad['thresholds'][number]): string {
  if (observed === undefined) return '';
  if (between === undefined || between.least === between.most) return measured(observed, unit);
  return `${measured(between.least, unit)} to ${measured(between.most, unit)}`;
}

function measured(value: number, unit: ReportLoad['thresholds'][number]['unit']): string {
  if (unit === 'ms') return `${figure(value)} ms`;
  if (unit === 'share') return share(value);
  return unit === 'count' ? figure(value) : `${figure(value)} per second`;
}
