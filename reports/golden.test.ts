// Every format of a realistic and of a hostile report, byte for byte. U=1 writes the golden files anew.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { withComparison } from './comparison.ts';
import { formats } from './formats.ts';
import { earlierReport } from './golden/earlier.ts';
import { ratchetedReport } from './golden/ratcheted.ts';
import { guides, hostileReport, readyReport, realisticReport } from './golden/reports.ts';
import type { RenderOptions } from './render-options.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const reports = {
  realistic: realisticReport(sha256),
  hostile: hostileReport(sha256),
  ready: readyReport(sha256),
  partial: realisticReport(sha256, ['pass']),
  unanswered: realisticReport(sha256, ['inconclusive']),
  ratcheted: ratchetedReport(realisticReport(sha256)),
  compared: withComparison(realisticReport(sha256), earlierReport(realisticReport(sha256))),
};
const plain: RenderOptions = { colour: new Chalk({ level: 0 }), width: 80, detail: 'normal', guides };

const variants: readonly (readonly [string, string, Partial<RenderOptions>])[] = [
  ['text.txt', 'text', {}],
  ['text-quiet.txt', 'text', { detail: 'quiet' }],
  ['text-verbose.txt', 'text', { detail: 'verbose' }],
  ['text-colour.txt', 'text', { colour: new Chalk({ level: 1 }) }],
  ['json', 'json', {}],
  ['md', 'markdown', {}],
  ['checklist.md', 'checklist', {}],
  ['html', 'html', {}],
  ['sarif', 'sarif', {}],
  ['with-accepted.sarif', 'sarif', { withAccepted: true }],
  ['junit.xml', 'junit', {}],
  ['github.txt', 'github', {}],
  ['gitlab.json', 'gitlab', {}],
  ['rdjson', 'rdjson', {}],
  ['ndjson', 'ndjson', {}],
  ['comment.md', 'comment', {}],
  ['badge.svg', 'badge', {}],
  ['agent.txt', 'agent', {}],
];

const renderers = new Map(await Promise.all(Object.entries(formats).map(async ([name, { load }]) => [name, await load()] as const)));

function rendered(name: keyof typeof reports, format: string, options: Partial<RenderOptions>): string {
  return renderers.get(format)?.(reports[name], { ...plain, ...options }) ?? `no format ${format}`;
}

// The hostile report has 300 long findings: its full forms are checked for what they must not hold, not kept.
const kept = {
  realistic: variants.filter(([suffix]) => suffix !== 'with-accepted.sarif'),
  hostile: variants.filter(([suffix]) => !/verbose|quiet|json|html|sarif|junit/.test(suffix)),
  ready: variants.filter(([suffix]) => /text.txt|verbose/.test(suffix)),
  partial: variants.filter(([suffix]) => suffix === 'text.txt'),
  unanswered: variants.filter(([suffix]) => /text.txt|quiet|^md|agent|junit/.test(suffix)),
  compared: variants.filter(([suffix]) => /^text.txt|^md|agent|badge/.test(suffix)),
  ratcheted: variants.filter(([suffix]) => !/text-verbose|^json|colour|html/.test(suffix)),
};

describe.each(['realistic', 'hostile', 'ready', 'partial', 'unanswered', 'ratcheted', 'compared'] as const)('%s report', (name) => {
  test.each(kept[name])('%s', (suffix, format, options) => {
    const golden = new URL(`golden/${name}.${suffix}`, import.meta.url);
    const text = rendered(name, format, options);
    if (process.env.U === '1') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('no format but coloured text holds a control character', () => {
    for (const [suffix, format, options] of variants) {
      if (suffix === 'text-colour.txt') continue;
      expect(rendered(name, format, options)).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  test('coloured text is plain text and colours', () => {
    const coloured = rendered(name, 'text', { colour: new Chalk({ level: 1 }) });
    const colours = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(coloured).toMatch(colours);
    expect(coloured.replaceAll(colours, '')).toBe(rendered(name, 'text', {}));
  });

  test('text keeps to 80 columns but for places and commands', () => {
    const wide = rendered(name, 'text', {})
      .split('\n')
      .filter((line) => stringWidth(line) > 80);
    if (name !== 'hostile') expect(wide).toEqual([]);
    expect(wide.filter((line) => !/^ {4,8}(?:\S+:\d+:\d+|GET|curl|'http|W{500}|also)/.test(line))).toEqual([]);
  });
});
