// The page as markup: well-formed, self-contained, and deaf to what a target would like it to say.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { withComparison } from '../comparison.ts';
import { earlierReport } from '../golden/earlier.ts';
import { loadedReport } from '../golden/loaded.ts';
import { ratchetedReport } from '../golden/ratcheted.ts';
import { guides, hostileReport, readyReport, realisticReport } from '../golden/reports.ts';
import type { RenderOptions } from '../render-options.ts';
import type { Report } from '../report.ts';
import { renderHtml } from './page.ts';
import { script, scriptHash } from './script.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const options: RenderOptions = { colour: new Chalk({ level: 0 }), width: 80, detail: 'normal', guides };
const render = (report: Report) => renderHtml(report, options);
const reports: readonly (readonly [string, Report])[] = [
  ['realistic', realisticReport(sha256)],
  ['hostile', hostileReport(sha256)],
  ['ready', readyReport(sha256)],
  ['ratcheted', ratchetedReport(realisticReport(sha256))],
  ['compared', withComparison(realisticReport(sha256), earlierReport(realisticReport(sha256)))],
  ['loaded', loadedReport(realisticReport(sha256))],
  ['empty', { ...realisticReport(sha256), results: [] }],
];

type Element = DefaultTreeAdapterTypes.Element;
function elementsOf(html: string): { readonly elements: readonly Element[]; readonly errors: readonly string[] } {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`) });
  const elements: Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document): void => {
    if ('attrs' in node) elements.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(document);
  return { elements, errors };
}
const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value;
const values = (elements: readonly Element[], name: string) => elements.flatMap((element) => attribute(element, name) ?? []);

test('the policy names the script as it is (U=1 writes the hash anew)', () => {
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const file = new URL('script.ts', import.meta.url);
  if (process.env.U === '1') writeFileSync(file, readFileSync(file, 'utf8').replace(scriptHash, hash));
  expect(process.env.U === '1' || scriptHash === hash).toBe(true);
});

describe.each(reports)('%s report', (_, report) => {
  const html = render(report);
  const { elements, errors } = elementsOf(html);

  test('parses without an error', () => {
    expect(errors).toEqual([]);
  });

  test('nothing stands where HTML does not allow it', () => {
    const phrasing = ['span', 'p', 'h1', 'h2', 'h3', 'h4', 'code', 'pre', 'mark', 'a', 'b', 'label', 'button', 'legend'];
    const blocks = [
      'div',
      'p',
      'ul',
      'ol',
      'li',
      'section',
      'article',
      'figure',
      'table',
      'details',
      'h1',
      'h2',
      'h3',
      'h4',
      'pre',
      'form',
    ];
    const misplaced = elements.filter(
      ({ tagName, parentNode }) => blocks.includes(tagName) && phrasing.includes(parentNode?.nodeName ?? ''),
    );
    expect(misplaced.map(({ tagName, parentNode }) => `${tagName} in ${parentNode?.nodeName}`)).toEqual([]);
    const items = elements.filter(({ tagName, parentNode }) => tagName === 'li' && !['ul', 'ol'].includes(parentNode?.nodeName ?? ''));
    expect(items).toEqual([]);
  });

  test('loads nothing: no source, no style sheet, no frame, no handler', () => {
    const loading = elements.filter((element) => values([element], 'src').length + values([element], 'srcset').length > 0);
    expect(loading.map(({ tagName }) => tagName)).toEqual([]);
    expect(elements.filter(({ tagName }) => ['link', 'iframe', 'object', 'embed', 'img', 'base'].includes(tagName))).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on') || name === 'style')).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/);
  });

  test('runs one script: its own', () => {
    const scripts = elements.filter(({ tagName }) => tagName === 'script');
    expect(scripts).toHaveLength(1);
    expect(html.split('<script').length).toBe(2);
  });

  test('every id is there once, and every link inside the page leads somewhere', () => {
    const ids = values(elements, 'id');
    expect(ids).toEqual([...new Set(ids)]);
    const inner = values(elements, 'href').filter((href) => href.startsWith('#'));
    expect(inner.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('links lead to https pages of standards or into the page', () => {
    const outer = values(elements, 'href').filter((href) => !href.startsWith('#'));
    expect(outer.filter((href) => !href.startsWith('https://'))).toEqual([]);
  });

  test('holds every check, reachable by its id', () => {
    const ids = values(elements, 'id');
    expect(report.results.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('the same report gives the same bytes', () => {
    expect(render(structuredClone(report))).toBe(html);
  });
});

test('a line of source is shown as it stands, marked where it is meant', () => {
  const html = render(realisticReport(sha256));
  expect(html).toContain(
    '<mark class="line" data-line="41"><span class="hidden">Line 41: </span><code>    allow_origins=[&quot;*&quot;],</code></mark>',
  );
  expect(html).toContain('<span class="line" data-line="180"><code>    token = header.split(&quot; &quot;)[1]</code></span>');
});

test('a reference becomes a link only where its page is known', () => {
  const [guide] = guides;
  const refs = ['CWE-942', 'RFC 9110 15.5.9', 'javascript:alert(1)', 'https://evil.example/"onload="x'];
  const html = renderHtml(realisticReport(sha256), { ...options, guides: guide === undefined ? [] : [{ ...guide, refs }] });
  expect(html).toContain('<a href="https://cwe.mitre.org/data/definitions/942.html" rel="noreferrer">CWE-942</a>');
  expect(html).toContain('<a href="https://www.rfc-editor.org/rfc/rfc9110" rel="noreferrer">RFC 9110 15.5.9</a>');
  expect(html).toContain('<li>javascript:alert(1)</li>');
  expect(html).toContain('<li>https://evil.example/&quot;onload=&quot;x</li>');
});
