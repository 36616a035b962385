// What was accepted before, with reason, owner and last day; the suppressions that need a look; what is fixed.
import { acceptedIn, baselineNotes, faultySuppressions, suppressionNote } from '../acceptance.ts';
import type { Report, ReportSuppression } from '../report.ts';
import { counted, placeLabel } from '../summary.ts';
import { anchorOf, html, type Markup, when, withCode } from './markup.ts';

/** The section on what does not hinder the gate though it stands. */
export function ratchetSection(report: Report): Markup {
  const accepted = acceptedIn(report);
  const faulty = faultySuppressions(report);
  const notes = baselineNotes(report);
  const fixed = report.ratchet?.baseline?.fixed ?? [];
  return when(
    accepted.length + faulty.length + notes.length + fixed.length > 0,
    () => html`
<section class="coverage" id="page-accepted" aria-labelledby="page-accepted-title">
<h2 id="page-accepted-title">Accepted before</h2>
<p>${counted(accepted.length, 'finding')} of this run ${accepted.length === 1 ? 'was' : 'were'} known and accepted: ${accepted.length === 1 ? 'it stands' : 'they stand'} and ${accepted.length === 1 ? 'counts' : 'count'}, and only what is new decides the gate.${governs(report)}</p>
${when(accepted.length > 0, () => acceptedTable(report))}
${when(faulty.length + notes.length > 0, () => html`<h3>To look at</h3><ul class="plain">${[...faulty.map(faultyItem), ...notes.map((note) => html`<li>${note}.</li>`)]}</ul>`)}
${when(
  fixed.length > 0,
  () =>
    html`<h3>Fixed since the baseline</h3><ul class="plain">${fixed.map(({ check, path, message }) => html`<li><code>${check}</code> ${when(path !== '', () => html`<code>${path}</code> `)}${withCode(message)}</li>`)}</ul>`,
)}
</section>`,
  );
}

function governs({ ratchet }: Report): string {
  return ratchet?.from === undefined ? '' : ` Baseline and suppressions are those of ${ratchet.from}.`;
}

const shown = 200;

function acceptedTable(report: Report): Markup {
  const all = acceptedIn(report);
  const rows = all.slice(0, shown).map(
    ({ result, finding, accepted }) => html`
<tr><th scope="row"><a href="#${anchorOf(result.id)}">${result.id}</a></th>
<td>${finding === undefined ? 'could not be answered' : html`<code>${placeLabel(finding.place)}</code> ${withCode(finding.message)}`}</td>
<td>${accepted.reason ?? (accepted.by === 'baseline' ? 'known to the baseline' : accepted.by === 'base' ? 'known before' : '')}</td>
<td>${accepted.owner ?? ''}</td><td>${accepted.until ?? ''}</td><td><code>${accepted.in}</code></td></tr>`,
  );
  return html`
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Seen</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Until</th><th scope="col">Written in</th></tr></thead>
<tbody>${rows}</tbody>
</table>
${when(all.length > shown, () => html`<p class="because">and ${all.length - shown} more, each marked at its check.</p>`)}`;
}

const faultyItem = (each: ReportSuppression): Markup =>
  html`<li><code>${each.in}</code> ${each.checks.map((check) => html`<code>${check}</code>`)} ${suppressionNote(each)}${each.reason === undefined ? '' : ` (reason given: ${each.reason})`}</li>`;
