// What changed since an earlier run.
import { comparisonSentence, verdictChange } from '../comparison.ts';
import type { ComparedFinding, Report } from '../report.ts';
import { anchorOf, html, type Markup, nothing, when, withCode } from './markup.ts';

/** The section on what changed; nothing where no run was given to compare with. */
export function comparisonSection({ comparison, results }: Report): Markup {
  if (comparison === undefined) return nothing;
  const { with: earlier, checks, added, fixed } = comparison;
  const known = new Set(results.map(({ id }) => id));
  const name = (id: string): Markup => (known.has(id) ? html`<a href="#${anchorOf(id)}">${id}</a>` : html`${id}`);
  return html`
<section class="coverage" id="page-comparison" aria-labelledby="page-comparison-title">
<h2 id="page-comparison-title">Since the run before</h2>
<p>Findings: ${comparisonSentence(comparison)}. Compared with the run of <time datetime="${earlier.startedAt}">${earlier.startedAt.slice(0, 16).replace('T', ' ')} UTC</time> (${earlier.version}), which had reached ${earlier.tierReached ?? 'no tier'}.</p>
${when(
  checks.length > 0,
  () => html`
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Verdict</th></tr></thead>
<tbody>${checks.map((each) => html`<tr><th scope="row">${name(each.id)}</th><td>${verdictChange(each)}</td></tr>`)}</tbody>
</table>`,
)}
${list('New', added)}
${list('Fixed', fixed)}
</section>`;
}

const shown = 100;

function list(title: string, findings: readonly ComparedFinding[]): Markup {
  const more = findings.length - shown;
  return when(
    findings.length > 0,
    () => html`
<h3>${title}</h3>
<ul class="plain">${findings.slice(0, shown).map(({ check, place, message }) => html`<li><code>${check}</code> <code>${place}</code> ${withCode(message)}</li>`)}${more > 0 ? html`<li>and ${more} more</li>` : nothing}</ul>`,
  );
}
