// What this run looked at and, more to the point, what it did not.
import type { Report, ReportUnit } from '../report.ts';
import { counted, nextSteps, notLookedAt } from '../summary.ts';
import { commandBlock } from './finding.ts';
import { anchorOf, html, type Markup, when } from './markup.ts';

/** The section on coverage. */
export function coverageSection(report: Report): Markup {
  const { coverage, results, target } = report;
  const { files, limitsReached } = coverage;
  return html`
<section class="coverage" id="page-coverage" aria-labelledby="page-coverage-title">
<h2 id="page-coverage-title">What this audit looked at</h2>
<p>${coverage.checksRun} of ${counted(results.length, 'check')} looked at; ${counted(files.read, 'source file')} of the service read.</p>
<div class="columns">
${when(target.units.length > 0, () => panel('Services found', target.units.map(unit)))}
${when(files.leftOut.length > 0, () => panel('Files left out', files.leftOut.map(leftOut)))}
${when(files.unreadable.length > 0, () =>
  panel(
    'Files that could not be read',
    files.unreadable.map(({ path, because }) => html`<code>${path}</code>: ${because}`),
  ),
)}
${when(limitsReached.length > 0, () =>
  panel(
    'Limits reached',
    limitsReached.map((limit) => html`${limit}`),
  ),
)}
</div>
${notLooked(report)}
${more(report)}
</section>`;
}

const panel = (title: string, items: readonly Markup[]): Markup =>
  html`<section class="panel"><h3>${title}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul></section>`;

const unit = ({ root, frameworks, languages }: ReportUnit): Markup =>
  html`<code>${root === '' ? '.' : root}</code> ${[...frameworks, ...languages].join(', ')}`;

function leftOut({ reason, files, examples }: Report['coverage']['files']['leftOut'][number]): Markup {
  const shown = examples.slice(0, 3).map((example) => html`<code>${example}</code>`);
  return html`${counted(files, 'file')}: ${reason}${when(shown.length > 0, () => html`<span class="examples">${shown}${files > shown.length ? '…' : ''}</span>`)}`;
}

function notLooked(report: Report): Markup {
  const known = new Set(report.results.map(({ id }) => id));
  const rows = notLookedAt(report).map(({ id, evidence, because }) => {
    const name = known.has(id) ? html`<a href="#${anchorOf(id)}">${id}</a>` : html`${id}`;
    return html`<tr><th scope="row">${name}</th><td>${evidence ?? 'all'}</td><td>${because}</td></tr>`;
  });
  return when(
    rows.length > 0,
    () => html`
<h3>Not looked at</h3>
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Evidence</th><th scope="col">Because</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  );
}

function more(report: Report): Markup {
  const steps = nextSteps(report);
  return when(
    steps.length > 0,
    () => html`
<h3>To look at more</h3>
<ul class="steps">${steps.map(({ flag, does, checks }) => html`<li>${commandBlock(flag)}<span>${does} (${counted(checks, 'check')})</span></li>`)}</ul>`,
  );
}
