// The report as one HTML file: complete without a network and without JavaScript, easier to search with it.
import type { Verdict } from '../../checks/model.ts';
import { excerptReader } from '../excerpts.ts';
import { frameworksOf } from '../idioms.ts';
import { checkPage } from '../references.ts';
import type { RenderOptions } from '../render-options.ts';
import { type Report, tiers } from '../report.ts';
import { worstFirst } from '../summary.ts';
import { checkArticle } from './check.ts';
import { comparisonSection } from './comparison.ts';
import { coverageSection } from './coverage.ts';
import { icon, iconDefinitions, verdictNames } from './icons.ts';
import { tierTitles, top } from './ladder.ts';
import { loadSection } from './load.ts';
import { html, type Markup, nothing, raw, when } from './markup.ts';
import { ratchetSection } from './ratchet.ts';
import { script, scriptHash } from './script.ts';
import { style } from './style.ts';

// From here on a browser is better off to lay out only what is in view.
const manyFindings = 300;

const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

export function renderHtml(report: Report, { guides }: RenderOptions): string {
  const read = excerptReader(report.excerpts);
  const { tool, target } = report;
  const many = report.results.flatMap(({ answers }) => answers.flatMap(({ findings }) => findings)).length > manyFindings;
  const subject = target.path ?? target.url ?? target.start ?? 'backend';
  const page = html`
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${subject}: ${tool.name} report</title>
<style>${raw(style)}</style>
</head>
<body${raw(many ? ' class="many"' : '')}>
<a class="skip" href="#page-checks">Skip to the checks</a>
${iconDefinitions}
<header class="head">
  <p class="brand"><strong>${tool.name}</strong> <span>${tool.version}</span></p>
  <p class="target">${targetFacts(report)}</p>
  <button type="button" id="page-theme" hidden>Dark</button>
</header>
<main>
${top(report)}
${filters(report)}
<div id="page-checks" tabindex="-1">
${tiers.map((tier) => {
  const results = worstFirst(report.results.filter((result) => result.tier === tier));
  return when(
    results.length > 0,
    () => html`
<section class="tier" data-tier="${tier}" aria-labelledby="page-${tier}">
<h2 id="page-${tier}">${tierTitles[tier]}</h2>
${results.map((result) =>
  checkArticle(
    result,
    {
      guide: guides.find(({ id }) => id === result.id),
      page: checkPage(report, result.id),
      frameworks: frameworksOf(report),
    },
    read,
  ),
)}
</section>`,
  );
})}
<p class="none" hidden>No check matches.</p>
</div>
${loadSection(report)}
${comparisonSection(report)}
${ratchetSection(report)}
${coverageSection(report)}
</main>
<footer><p>${tool.name} ${tool.version}, ${instant(report.startedAt)} UTC, ${seconds(report.durationMs)}. This page loads nothing and sends nothing.</p></footer>
<script>${raw(script)}</script>
</body>
</html>`;
  return `${page.markup}\n`;
}

function targetFacts({ target, startedAt }: Report): readonly Markup[] {
  const parts = [target.path, target.url, target.start].flatMap((part) => (part === undefined ? [] : [html`<code>${part}</code>`]));
  return [...parts, html`<time datetime="${startedAt}">${instant(startedAt)} UTC</time>`];
}

const instant = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function filters(report: Report): Markup {
  const verdicts: readonly Verdict[] = ['fail', 'inconclusive', 'pass', 'not-applicable'];
  const count = (verdict: Verdict) => report.results.filter((result) => result.verdict === verdict).length;
  const shown = verdicts.filter((verdict) => count(verdict) > 0);
  const inUse = tiers.filter((tier) => report.results.some((result) => result.tier === tier));
  if (report.results.length === 0) return nothing;
  return html`
<form class="filters" id="page-filters" role="search" aria-label="Filter checks" hidden>
<fieldset><legend class="hidden">Verdict</legend>
${shown.map((verdict) => html`<label class="pill ${verdict}"><input type="checkbox" name="verdict" value="${verdict}" checked>${icon(verdict)} ${verdictNames[verdict]} <b>${count(verdict)}</b></label>`)}
</fieldset>
${when(
  inUse.length > 1,
  () => html`<fieldset><legend class="hidden">Tier</legend>
${inUse.map((tier) => html`<label class="pill"><input type="checkbox" name="tier" value="${tier}" checked>${tierTitles[tier]}</label>`)}
</fieldset>`,
)}
<input type="search" name="text" placeholder="Search findings, files, checks" aria-label="Search findings, files and checks" autocomplete="off">
<button type="button" id="page-fold">Open all</button>
<p role="status" id="page-status"></p>
</form>`;
}
