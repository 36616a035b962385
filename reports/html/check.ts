// One check: its verdict, what each kind of evidence said, why it matters and how to mend it.
import type { EvidenceKind } from '../../checks/model.ts';
import { acceptanceNote } from '../acceptance.ts';
import type { ExcerptReader } from '../excerpts.ts';
import { decisiveFindings, isOpen, openFindings } from '../gate.ts';
import { writtenFixes } from '../idioms.ts';
import { referenceUrl } from '../references.ts';
import type { Guide } from '../render-options.ts';
import type { ReportAnswer, ReportResult } from '../report.ts';
import { counted, wasLookedAt } from '../summary.ts';
import { findingList, sentence } from './finding.ts';
import { icon, verdictNames } from './icons.ts';
import { anchorOf, html, type Markup, when, withCode } from './markup.ts';
import { writtenFix } from './written-fix.ts';

const evidenceNames: Readonly<Record<EvidenceKind, string>> = {
  code: 'In the code',
  environment: 'In the environment',
  boot: 'When started',
  http: 'When asked over HTTP',
  load: 'Under load',
  migrations: 'In the migrations',
  database: 'In the database',
  backup: 'In the backup',
};

export interface Known {
  readonly guide: Guide | undefined;
  /** The check's own page. */
  readonly page: string | undefined;
  /** Of the target. */
  readonly frameworks: readonly string[];
}

/** The check as an article that folds; open where there is something to do. */
export function checkArticle(result: ReportResult, { guide, page, frameworks }: Known, read: ExcerptReader): Markup {
  const { id, tier, verdict, answers } = result;
  const looked = answers.filter((answer) => answer.looked);
  const blind = answers.filter((answer) => !answer.looked);
  const findings = looked.filter((answer) => answer.verdict === verdict).reduce((sum, answer) => sum + answer.findings.length, 0);
  const open = verdict === 'fail' && isOpen(result) ? ' open' : '';
  const known = verdict === 'fail' ? decisiveFindings(result).length - openFindings(result).length : 0;
  const words = verdict === 'inconclusive' && !wasLookedAt(result) ? 'Not looked at' : verdictNames[verdict];
  return html`
<article class="check ${verdict}" id="${anchorOf(id)}" data-verdict="${verdict}" data-tier="${tier}">
<details${open}>
<summary>
  ${icon(verdict)}
  <h3>${result.title}</h3>
  <span class="facts"><span class="word">${words}</span><code>${id}</code>${when(findings > 0 && verdict === 'fail', () => html`<span>${counted(findings, 'finding')}${known === 0 ? '' : known === findings ? ', accepted before' : `, ${known} accepted before`}</span>`)}</span>
  ${icon('chevron')}
</summary>
<div class="body">
  ${when(looked.length === 0 && result.because !== undefined, () => html`<p class="because">${withCode(result.because ?? '')}</p>`)}
  ${when(result.accepted !== undefined, () => html`<p class="accepted">${result.accepted === undefined ? '' : sentence(acceptanceNote(result.accepted))}</p>`)}
  ${looked.map((answer) => answerSection(answer, read))}
  ${when(looked.length > 0 && blind.length > 0, () => html`<ul class="blind">${blind.map((answer) => html`<li>${evidenceNames[answer.evidence]}: not looked at: ${answer.because ?? 'was not asked for'}</li>`)}</ul>`)}
  ${guide === undefined ? undefined : guideSection(result, guide, frameworks)}
  <p class="permalink"><a href="#${anchorOf(id)}">${icon('link')} Link to ${id}</a>${page === undefined ? '' : html` <a href="${page}" rel="noreferrer">More on this check, with examples</a>`}${page === undefined || result.verdict !== 'fail' ? '' : frameworks.map((framework) => html` <a href="${page}#pass-${anchorOf(framework)}" rel="noreferrer">Right in ${framework}</a>`)}</p>
</div>
</details>
</article>`;
}

function answerSection(answer: ReportAnswer, read: ExcerptReader): Markup {
  const { evidence, verdict, because, findings } = answer;
  return html`
<section class="answer">
  <h4>${icon(verdict)} ${evidenceNames[evidence]} <span class="said ${verdict}">${verdictNames[verdict].toLowerCase()}</span></h4>
  ${when(because !== undefined, () => html`<p class="because">${withCode(because ?? '')}</p>`)}
  ${when(findings.length > 0, () => findingList(findings, read))}
</section>`;
}

function guideSection({ verdict }: ReportResult, { why, fix, refs, idioms }: Guide, frameworks: readonly string[]): Markup {
  const written = verdict === 'fail' ? writtenFixes(idioms, frameworks) : [];
  const links = (refs ?? []).map((ref) => {
    const url = referenceUrl(ref);
    return url === undefined ? html`<li>${ref}</li>` : html`<li><a href="${url}" rel="noreferrer">${ref}</a></li>`;
  });
  return html`
<div class="guide">
  ${when(verdict === 'fail' || verdict === 'inconclusive', () => html`<section class="fix"><h4>The fix</h4><p>${withCode(fix)}</p></section>`)}
  <section class="why"><h4>Why it matters</h4><p>${withCode(why)}</p></section>
  ${when(written.length > 0, () => html`<div class="written-fixes">${written.map(writtenFix)}</div>`)}
  ${when(links.length > 0, () => html`<ul class="refs" aria-label="References">${links}</ul>`)}
</div>`;
}
