// The pages about the checks: one for each, complete, self-contained, well-formed, and readable in a real browser.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { parse } from 'parse5';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { catalog } from '../../checks/catalog/index.ts';
import { checkPageHtml, indexHtml } from '../../reports/site/page.ts';
import { example, pagedChecks } from './read.ts';

// Every step is a process of its own; a crowded machine takes its time for each.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const checks = pagedChecks();
const pages = new Map([
  ['index.html', indexHtml(checks)],
  ...checks.map((check) => [`checks/${check.id}.html`, checkPageHtml(check, checks)] as const),
]);

test('every check has a page, and the list leads to it', () => {
  expect(checks.map(({ id }) => id).toSorted()).toEqual(catalog.map(({ id }) => id).toSorted());
  for (const { id, title } of catalog) {
    expect(pages.get('index.html')).toContain(`<a href="checks/${id}.html">`);
    expect(pages.get(`checks/${id}.html`)).toContain('<h1>');
    expect(title.length).toBeGreaterThan(0);
  }
});

test('every page parses without an error, loads nothing, and its links inside lead to pages there are', () => {
  for (const [path, text] of pages) {
    const errors: string[] = [];
    parse(text, { onParseError: ({ code, startLine }) => errors.push(`${path}: ${code} in line ${startLine}`) });
    expect(errors).toEqual([]);
    expect(/<(?:script|img|link|iframe|object|embed)\b/.exec(text)?.[0]).toBeUndefined();
    for (const [, href = ''] of text.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^https:\/\//.test(href)) continue;
      const target = new URL(href, `file:///${path}`).pathname.slice(1);
      expect(pages.has(target) ? '' : `${path} leads to ${href}`).toBe('');
    }
  }
});

test('every example of a check is on its page, its found lines marked and the marks of the tests gone', () => {
  for (const check of checks) {
    const text = pages.get(`checks/${check.id}.html`) ?? '';
    const found = check.examples.reduce((sum, each) => sum + each.found.length, 0);
    expect(text.split('<mark ').length - 1).toBe(found);
    expect(text).not.toContain('&lt;- finding');
  }
});

test('an example is read by its name', () => {
  expect(example('fail.fastapi-allow-all.py', 'x = 1\ny = "*"  # <- finding\n')).toEqual([
    { verdict: 'fail', framework: 'fastapi', what: 'allow all', language: 'py', lines: ['x = 1', 'y = "*"'], found: [2] },
  ]);
  expect(example('notes.md', 'x')).toEqual([]);
});

const browserPath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);

describe.skipIf(browserPath === undefined)('in a browser', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
    folder = mkdtempSync(join(tmpdir(), 'launchgate-docs-'));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const shown = ['index.html', 'checks/env-complete.html', 'checks/logs-through-logger.html'];

  test.each(shown.flatMap((path) => (['light', 'dark'] as const).map((colorScheme) => [path, colorScheme] as const)))(
    '%s in %s is accessible and fits a narrow screen',
    async (path, colorScheme) => {
      const file = join(folder, 'page.html');
      writeFileSync(file, pages.get(path) ?? '');
      const context = await browser.newContext({ colorScheme, viewport: { width: 400, height: 800 }, bypassCSP: true });
      try {
        const page = await context.newPage();
        await page.goto(`file://${file}`);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        await page.addScriptTag({ content: axe.source });
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
        );
        expect(violations).toEqual([]);
      } finally {
        await context.close();
      }
    },
    60_000,
  );
});
