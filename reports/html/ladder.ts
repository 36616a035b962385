// The top of the page: the verdict in a sentence, and what stands between the target and each tier.
import type { Tier, Verdict } from '../../checks/model.ts';
import type { Report, ReportResult } from '../report.ts';
import { counted, ladder, type Rung, tierNote, verdictSentence, wasLookedAt } from '../summary.ts';
import { icon, rungVerdicts, verdictNames } from './icons.ts';
import { anchorOf, html, type Markup, when } from './markup.ts';

export const tierTitles: Readonly<Record<Tier, string>> = {
  testflight: 'TestFlight',
  'app-store': 'App Store',
  'post-launch': 'Post-launch',
};
const verdicts: readonly Verdict[] = ['fail', 'inconclusive', 'pass', 'not-applicable'];

/** The page's first screen. */
export function top(report: Report): Markup {
  const { result, text } = verdictSentence(report);
  const verdict = ({ passed: 'pass', 'not-passed': 'fail', 'nothing-checked': 'inconclusive' } as const)[result];
  const [headline = '', ...rest] = text.split(': ');
  const tally = rest.join(': ');
  const note = tierNote(report);
  return html`
<div class="verdict ${verdict}">
  ${icon(verdict)}
  <div>
    <h1>${headline}</h1>
    ${when(tally !== '', () => html`<p class="tally">${tally.charAt(0).toUpperCase() + tally.slice(1)}.</p>`)}
    ${when(note !== undefined, () => html`<p class="tally">${note}.</p>`)}
  </div>
</div>
<ol class="ladder">
${ladder(report).map((rung) => rungCard(rung, report))}
</ol>`;
}

function rungCard(rung: Rung, report: Report): Markup {
  const results = report.results.filter(({ tier }) => tier === rung.tier);
  const open = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'inconclusive');
  const notRun = report.coverage.checksNotLookedAt.filter(({ id }) => !report.results.some((result) => result.id === id)).length;
  return html`
<li class="rung ${rung.state}">
  <h2>${icon(rungVerdicts[rung.state])} ${tierTitles[rung.tier]}${when(rung.tier === report.gate, () => html`<span class="gate">gate</span>`)}</h2>
  <p class="count">${rung.total === 0 ? 'No check of this tier was run.' : html`<strong>${rung.good}</strong> of ${counted(rung.total, 'check')} fine`}</p>
  ${when(results.length > 0, () => bar(results))}
  ${when(open.length > 0, () => html`<ul class="obstacles">${open.map(obstacle)}</ul>`)}
  ${when(open.length === 0 && results.length > 0 && rung.state === 'unsaid' && notRun > 0, () => html`<p class="count">Not all its checks were part of this run.</p>`)}
</li>`;
}

function bar(results: readonly ReportResult[]): Markup {
  return html`<div class="bar" aria-hidden="true">${verdicts.flatMap((verdict) =>
    results.filter((result) => result.verdict === verdict).map(() => html`<i class="${verdict}"></i>`),
  )}</div>`;
}

function obstacle(result: ReportResult): Markup {
  const said = result.verdict === 'inconclusive' && !wasLookedAt(result) ? 'Not looked at' : verdictNames[result.verdict];
  return html`<li><a href="#${anchorOf(result.id)}">${icon(result.verdict)}<span class="hidden">${said}: </span>${result.id}</a></li>`;
}
