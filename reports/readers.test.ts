// What we write, read by those who did not write it: a Markdown linter, libxml2, an HTML validator.
import { createHash } from 'node:crypto';
import { Chalk } from 'chalk';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { lint } from 'markdownlint/sync';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { withComparison } from './comparison.ts';
import { formats } from './formats.ts';
import { earlierReport } from './golden/earlier.ts';
import { ratchetedReport } from './golden/ratcheted.ts';
import { guides, hostileReport, readyReport, realisticReport } from './golden/reports.ts';
import type { RenderOptions } from './render-options.ts';
import type { Report } from './report.ts';
import { trendMarkdown, trendOf, trendSvg } from './trend.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const options: RenderOptions = { colour: new Chalk({ level: 0 }), width: 80, detail: 'verbose', guides };
const all: readonly (readonly [string, Report])[] = [
  ['realistic', realistic],
  ['hostile', hostileReport(sha256)],
  ['ready', readyReport(sha256)],
  ['ratcheted', ratchetedReport(realistic)],
  ['compared', withComparison(realistic, earlierReport(realistic))],
];
async function rendered(format: string, report: Report): Promise<string> {
  const renderer = await formats[format]?.load();
  return renderer?.(report, options) ?? '';
}

// Long lines, folds in HTML and a first line that is a marker are meant; so are headings of a comment that begin at the third level.
const rules = { default: true, MD013: false, MD033: false, MD041: false, MD001: false };
const complaints = (text: string) =>
  (lint({ strings: { text }, config: rules }).text ?? []).map(
    ({ ruleNames, lineNumber, errorDetail }) => `${ruleNames[0]} in line ${lineNumber}: ${errorDetail ?? ''}`,
  );

describe('markdownlint', () => {
  test.each(all.flatMap(([name, report]) => (['markdown', 'comment'] as const).map((format) => [name, format, report] as const)))(
    'has nothing to say of the %s report as %s',
    async (_, format, report) => {
      expect(complaints(await rendered(format, report))).toEqual([]);
    },
  );
  test('has nothing to say of a trend, and something of a broken table', () => {
    const text = trendMarkdown(trendOf(all.map(([, report]) => report)));
    expect(complaints(text)).toEqual([]);
    expect(complaints(text.replace('| --- |', '| --- | --- |').replace('| run ', '| run | '))).not.toEqual([]);
  });
});

describe('libxml2', () => {
  const reads = async (contents: string) => (await validateXML({ xml: { fileName: 'x.xml', contents }, normalization: 'format' })).errors;
  test.each(all)('reads the %s report as JUnit and its badge', async (_, report) => {
    expect(await reads(await rendered('junit', report))).toEqual([]);
    expect(await reads(await rendered('badge', report))).toEqual([]);
  });
  test('reads a trend, and refuses what is no XML', async () => {
    expect(await reads(trendSvg(trendOf(all.map(([, report]) => report))))).toEqual([]);
    expect(await reads('<a><b></a>')).not.toEqual([]);
  });
});

describe('html-validate', () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));
  const complaintsOf = async (text: string) =>
    (await validator.validateString(text)).results.flatMap(({ messages }) =>
      messages.map(({ ruleId, line, message }) => `${ruleId} in line ${line}: ${message}`),
    );
  test.each(all)('finds the page of the %s report to conform to the HTML standard', async (_, report) => {
    expect(await complaintsOf(await rendered('html', report))).toEqual([]);
  });
  test('finds fault with a page that does not', async () => {
    const page = await rendered('html', realistic);
    expect(await complaintsOf(page.replace('</main>', '<li><p><div></p></main>'))).not.toEqual([]);
  });
});
