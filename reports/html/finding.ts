// What was seen and where: the message once, then every place of it with the source around.
import type { FilePlace, Place } from '../../checks/model.ts';
import { acceptanceNote } from '../acceptance.ts';
import type { ExcerptReader } from '../excerpts.ts';
import type { ReceivedAnswer, ReportFinding } from '../report.ts';
import { placeLabel } from '../summary.ts';
import { codeLine, html, type Markup, nothing, raw, when, withCode } from './markup.ts';

interface Group {
  readonly message: string;
  readonly findings: readonly ReportFinding[];
  /** How all of them were accepted before; absent where they were not. */
  readonly accepted?: string;
}

// Beyond this many, the rest of one message is folded.
const shownPlaces = 12;

/** All findings of one answer; equal messages are said once. */
export function findingList(findings: readonly ReportFinding[], read: ExcerptReader): Markup {
  const noteOf = ({ accepted }: ReportFinding): string => (accepted === undefined ? '' : acceptanceNote(accepted));
  const groups = [...Map.groupBy(findings, (finding) => `${noteOf(finding)}\n${finding.message}`).values()]
    .flatMap(([first, ...more]): readonly Group[] => {
      if (first === undefined) return [];
      const note = noteOf(first);
      return [{ message: first.message, findings: [first, ...more], ...(note === '' ? {} : { accepted: note }) }];
    })
    .toSorted((one, other) => Number(one.accepted !== undefined) - Number(other.accepted !== undefined));
  const shown = groups.slice(0, shownPlaces);
  const folded = groups.slice(shownPlaces);
  return html`
<ul class="findings">${shown.map((group) => groupItem(group, read))}</ul>
${when(
  folded.length > 0,
  () =>
    html`<details class="more"><summary>${folded.length} more findings</summary><ul class="findings">${folded.map((group) => groupItem(group, read))}</ul></details>`,
)}`;
}

/** A note as a sentence. */
export const sentence = (note: string): string => `${note.charAt(0).toUpperCase()}${note.slice(1)}${/[.!?]$/.test(note) ? '' : '.'}`;

function groupItem({ message, findings, accepted }: Group, read: ExcerptReader): Markup {
  const alone = findings.length === 1 ? undefined : html` <span class="times">${findings.length} places</span>`;
  const byFile = Map.groupBy(findings, ({ place }) => (place.kind === 'file' ? place.path : ''));
  const blocks = [...byFile].flatMap(([path, each]) =>
    path === '' ? each.map((one) => elsewhere(one, read)) : [inFile(path, each, read)],
  );
  const folded = blocks.slice(shownPlaces);
  return html`
<li class="finding">
  <p class="message">${withCode(message)}${alone}</p>
  ${when(accepted !== undefined, () => html`<p class="accepted">${sentence(accepted ?? '')}</p>`)}
  ${blocks.slice(0, shownPlaces)}
  ${when(folded.length > 0, () => html`<details class="more"><summary>${folded.length} more places</summary>${folded}</details>`)}
</li>`;
}

function inFile(path: string, findings: readonly ReportFinding[], read: ExcerptReader): Markup {
  const places = findings.flatMap(({ place }) => (place.kind === 'file' ? [place] : []));
  const near = new Set(numbersOf(path, places, read));
  const isNear = (place: Place): place is FilePlace => place.kind === 'file' && place.path === path && near.has(place.line);
  const others = findings.flatMap((finding) => finding.related ?? []);
  return html`${excerpt(path, places, { read, second: others.filter(isNear) })}${related(
    others.filter((place) => !isNear(place)),
    read,
  )}`;
}

const numbersOf = (path: string, places: readonly FilePlace[], read: ExcerptReader): readonly number[] =>
  read(
    path,
    places.map(({ line }) => line),
  ).map(({ number }) => number);

function elsewhere(finding: ReportFinding, read: ExcerptReader): Markup {
  const { place, anchor } = finding;
  const command = place.kind === 'request' ? commandBlock(place.curl) : nothing;
  const inSource =
    anchor === undefined || isSource(place, anchor)
      ? undefined
      : html`<span class="anchor">in the source: <code>${`${anchor.path}:${anchor.line}`}</code></span>`;
  const others = (finding.related ?? []).filter((each) => placeLabel(each) !== placeLabel(place));
  return html`
<p class="place">${label(place, anchor)}${inSource}</p>
${command}
${when(finding.received !== undefined, () => answer(finding.received))}
${related(others, read)}`;
}

// The answer as it came, head and beginning of its body.
function answer(received: ReceivedAnswer | undefined): Markup {
  if (received === undefined) return nothing;
  const { status, headers, body, truncated } = received;
  const head = headers.map(([name, value]) => `${name}: ${value}`);
  const lines = [...head, ...(body === '' ? [] : ['', ...body.split(/\r\n|\n|\r/), ...(truncated ? ['…'] : [])])];
  return html`
<details class="received"><summary>Answered with ${status}</summary>
<pre>${lines.map((line) => html`<code>${codeLine(line)}</code>`)}</pre>
</details>`;
}

const isSource = (place: Place, anchor: FilePlace): boolean => place.kind === 'environment' && place.source === anchor.path;

/** A command with a button that copies it. */
export const commandBlock = (command: string): Markup =>
  html`<div class="command"><pre><code>${command}</code></pre><button type="button" class="copy" hidden>Copy</button></div>`;

function related(all: readonly Place[], read: ExcerptReader): Markup {
  const distinct = [...new Map(all.map((place) => [placeLabel(place), place])).values()];
  const files = distinct.filter((place) => place.kind === 'file');
  const others = distinct.filter((place) => place.kind !== 'file');
  return html`${when(files.length > 0, () => alsoIn('Also', files, read))}${when(
    others.length > 0,
    () =>
      html`<div class="also"><p class="also-word">Also</p><ul class="also-list">${others.map((place) => html`<li>${label(place)}</li>`)}</ul></div>`,
  )}`;
}

function alsoIn(word: string, places: readonly FilePlace[], read: ExcerptReader): Markup {
  const byFile = [...Map.groupBy(places, ({ path }) => path)];
  return html`<div class="also"><p class="also-word">${word}</p>${byFile.map(([path, each]) => excerpt(path, each, { read, context: 1 }))}</div>`;
}

function label(place: Place, anchor?: FilePlace): Markup {
  switch (place.kind) {
    case 'request':
      return html`<span class="method">${place.method}</span> <code>${place.url}</code>`;
    case 'environment':
      return html`<code>${place.name}</code> in <code>${anchor !== undefined && isSource(place, anchor) ? `${anchor.path}:${anchor.line}` : place.source}</code>`;
    default:
      return html`<code>${placeLabel(place)}</code>`;
  }
}

interface Shown {
  readonly read: ExcerptReader;
  readonly context?: number;
  /** Places that matter less, marked more quietly. */
  readonly second?: readonly FilePlace[];
}

function excerpt(path: string, places: readonly FilePlace[], { read, context, second = [] }: Shown): Markup {
  const lines = read(
    path,
    places.map(({ line }) => line),
    context,
  );
  const [first, ...more] = places.map(({ line, column }) => `${line}:${column}`);
  const where = more.length === 0 ? `${path}:${first}` : path;
  const listed =
    more.length === 0 ? undefined : html`<span class="lines">lines ${[...new Set(places.map(({ line }) => line))].join(', ')}</span>`;
  if (lines.length === 0) return html`<p class="place"><code>${where}</code> ${listed}</p>`;
  const rows = lines.map(({ number, text, marked }, at) => {
    const gap = at > 0 && (lines[at - 1]?.number ?? 0) + 1 < number ? '<span class="gap"></span>' : '';
    const also = !marked && second.some(({ line }) => line === number);
    return `${gap}${row(number, text, marked ? 'marked' : also ? 'second' : 'plain')}`;
  });
  return html`
<figure class="excerpt">
  <figcaption><code>${where}</code>${listed}</figcaption>
  <pre>${raw(rows.join(''))}</pre>
</figure>`;
}

function row(number: number, text: string, kind: 'marked' | 'second' | 'plain'): string {
  const { markup } = html`<code>${codeLine(text)}</code>`;
  if (kind === 'plain') return `<span class="line" data-line="${number}">${markup}</span>`;
  const said = kind === 'marked' ? 'Line' : 'Also line';
  const name = kind === 'marked' ? 'line' : 'line second';
  return `<mark class="${name}" data-line="${number}"><span class="hidden">${said} ${number}: </span>${markup}</mark>`;
}
