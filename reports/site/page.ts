// The pages about the checks themselves: one each, and the list of them. The same looks as a report.
import type { EvidenceKind, Idioms, Tier } from '../../checks/model.ts';
import { icon, iconDefinitions } from '../html/icons.ts';
import { tierTitles } from '../html/ladder.ts';
import { codeLine, html, type Markup, raw, when, withCode } from '../html/markup.ts';
import { style } from '../html/style.ts';
import { writtenFix } from '../html/written-fix.ts';
import { allWrittenFixes } from '../idioms.ts';
import { referenceUrl } from '../references.ts';
import { tiers } from '../report.ts';
import { counted } from '../summary.ts';
import { siteStyle } from './style.ts';

export interface PagedCheck {
  readonly id: string;
  readonly tier: Tier;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly idioms: Idioms;
  readonly refs: readonly string[];
  readonly evidence: readonly EvidenceKind[];
  readonly probes: readonly { readonly name: string; readonly kind: string; readonly class: string }[];
  readonly examples: readonly Example[];
}
export interface Example {
  readonly verdict: 'fail' | 'pass' | 'not-applicable' | 'inconclusive';
  /** `fastapi`: the first word of the example's name. */
  readonly framework: string;
  /** What it shows: `constant renamed`. */
  readonly what: string;
  readonly language: string;
  /** Without its marks. */
  readonly lines: readonly string[];
  /** 1-based numbers of the lines that are found. */
  readonly found: readonly number[];
}

const looksAt: Readonly<Record<EvidenceKind, string>> = {
  code: 'the source of the service, without running it',
  environment: 'env files and the environment given',
  boot: 'a start by its own command (--start)',
  http: 'requests to the running service (--url or --start)',
  load: 'a load run (--load)',
  migrations: 'the migrations of the folder',
  database: 'a database, read only (--database-url)',
  backup: 'a backup, restored into a scratch database (launchgate backup verify)',
};

/** The page of one check; `next` and `previous` are ids. */
export function checkPageHtml(check: PagedCheck, all: readonly PagedCheck[]): string {
  const { id, tier, title, why, fix, idioms, refs, evidence, probes, examples } = check;
  const at = all.findIndex((each) => each.id === id);
  return page(
    `${id}: ${title}`,
    '../',
    html`
<nav class="crumbs" aria-label="Breadcrumb"><a href="../index.html">All checks</a> <span aria-hidden="true">/</span> ${tierTitles[tier]}</nav>
<h1>${title}</h1>
<p class="id"><code>${id}</code> <span class="gate">${tierTitles[tier]}</span></p>
<section><h2>Why it matters</h2><p>${withCode(why)}</p></section>
<section><h2>The fix</h2><p>${withCode(fix)}</p>${allWrittenFixes(idioms).map(writtenFix)}</section>
<section><h2>What is looked at</h2>
<ul class="plain">${evidence.map((kind) => html`<li><code>${kind}</code> ${looksAt[kind]}</li>`)}</ul>
${when(probes.length > 0, () => html`<details><summary>${counted(probes.length, 'request')} it may send</summary><ul class="plain">${probes.map((probe) => html`<li><code>${probe.name}</code> ${probe.kind}, ${probe.class}</li>`)}</ul></details>`)}
</section>
${exampleSections(examples)}
${suppressing(id)}
${when(refs.length > 0, () => html`<section><h2>References</h2><ul class="plain">${refs.map(reference)}</ul></section>`)}
<nav class="turn" aria-label="Checks">${[all[at - 1], all[at + 1]].flatMap((each, side) => (each === undefined ? [] : [html`<a href="${each.id}.html">${side === 0 ? '← ' : ''}${each.id}${side === 1 ? ' →' : ''}</a>`]))}</nav>`,
  );
}

function reference(ref: string): Markup {
  const url = referenceUrl(ref);
  return url === undefined ? html`<li>${ref}</li>` : html`<li><a href="${url}" rel="noreferrer">${ref}</a></li>`;
}

function suppressing(id: string): Markup {
  const until = '(until 2027-06-30)';
  return html`
<section><h2>Where it does not fit</h2>
<p>Say why, beside the line or in <code>.launchgate-ignore.yaml</code>. It stays in the report, and no tier is reached by it.</p>
<figure class="excerpt"><figcaption><code>beside the line</code></figcaption><pre>${raw(codeRows([`// launchgate-ignore-next-line ${id} -- the reason ${until}`], []))}</pre></figure>
<figure class="excerpt"><figcaption><code>.launchgate-ignore.yaml</code></figcaption><pre>${raw(codeRows([`- rule: ${id}`, '  paths: [src/legacy/**]', '  statement: the reason', '  owner: who answers for it', '  expired_at: 2027-06-30'], []))}</pre></figure>
</section>`;
}

const sections = [
  ['fail', 'Is found'],
  ['pass', 'Is fine'],
  ['inconclusive', 'Cannot be told'],
  ['not-applicable', 'Is not asked'],
] as const;

function exampleSections(examples: readonly Example[]): Markup {
  if (examples.length === 0) return html``;
  return html`
<section><h2>Examples</h2>
<p>Each is a test of the check.</p>
${sections.map(([verdict, title]) => {
  const own = examples.filter((each) => each.verdict === verdict);
  const byFramework = [...Map.groupBy(own, ({ framework }) => framework)];
  return when(
    own.length > 0,
    () => html`
<h3>${icon(verdict)} ${title} <span class="times">${own.length}</span></h3>
${byFramework.map(
  ([framework, each], at) => html`
<details class="framework"${raw(at === 0 && verdict !== 'not-applicable' ? ' open' : '')}><summary>${framework} <span class="times">${each.length}</span></summary>
${each.map((one, index) => figure(one, index === 0 ? `${verdict}-${framework}` : undefined))}
</details>`,
)}`,
  );
})}
</section>`;
}

const figure = ({ verdict, what, language, lines, found }: Example, id: string | undefined): Markup => html`
<figure class="excerpt ${verdict}"${id === undefined ? raw('') : raw(` id="${id.replaceAll(/[^\w-]/g, '')}"`)}><figcaption><code>${what}</code><span class="lines">${language}</span></figcaption><pre>${raw(codeRows(lines, found))}</pre></figure>`;

function codeRows(lines: readonly string[], found: readonly number[]): string {
  return lines
    .map((line, at) => {
      const { markup } = html`<code>${codeLine(line)}</code>`;
      const number = at + 1;
      return found.includes(number)
        ? `<mark class="line" data-line="${number}"><span class="hidden">Found: </span>${markup}</mark>`
        : `<span class="line" data-line="${number}">${markup}</span>`;
    })
    .join('');
}

/** The list of all checks. */
export function indexHtml(checks: readonly PagedCheck[]): string {
  return page(
    'The checks of launchgate',
    '',
    html`
<h1>The checks</h1>
<p class="tally">${checks.length} questions to a backend before people use it. A tier is reached when every check in it, and before it, passes or does not apply.</p>
${tiers.map((tier) => {
  const own = checks.filter((check) => check.tier === tier);
  return when(
    own.length > 0,
    () => html`
<section><h2>${tierTitles[tier]} <span class="times">${own.length}</span></h2>
<ul class="cards">${own.map((check) => html`<li><a href="checks/${check.id}.html"><strong>${check.title}</strong></a><span><code>${check.id}</code> ${check.evidence.join(', ')}</span></li>`)}</ul>
</section>`,
  );
})}`,
  );
}

function page(title: string, top: string, content: Markup): string {
  const { markup } = html`
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(`${style}\n${siteStyle}`)}</style>
</head>
<body class="site">
${iconDefinitions}
<header class="head"><p class="brand"><a href="${top}index.html"><strong>launchgate</strong></a> <span>the checks</span></p></header>
<main>
${content}
</main>
<footer><p>Written from the checks themselves, by npm run docs.</p></footer>
</body>
</html>`;
  return `${markup}\n`;
}
