// The page in a real browser: what people see, press and print.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { Chalk } from 'chalk';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withComparison } from '../comparison.ts';
import { earlierReport } from '../golden/earlier.ts';
import { loadedReport } from '../golden/loaded.ts';
import { withManyFindings } from '../golden/many.ts';
import { ratchetedReport } from '../golden/ratcheted.ts';
import { guides, hostileReport, readyReport, realisticReport } from '../golden/reports.ts';
import type { Report } from '../report.ts';
import { renderHtml } from './page.ts';

const browserPath = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);
const noBrowser = 'skipped: no Chromium on this machine; apt-get install chromium, or set CHROMIUM_PATH';
// Not one of them lets it call anybody by itself.
const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const realistic = realisticReport(sha256);
const pages: Readonly<Record<string, Report>> = {
  realistic,
  hostile: hostileReport(sha256),
  ready: readyReport(sha256),
  all: loadedReport(withComparison(ratchetedReport(realistic), earlierReport(realistic))),
  many: withManyFindings(realistic, 2000, sha256),
};

describe.skipIf(browserPath === undefined)(browserPath === undefined ? `in a browser (${noBrowser})` : 'in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'launchgate-html-'));
  const open: Browser[] = [];
  beforeAll(async () => {
    for (const [name, report] of Object.entries(pages)) {
      writeFileSync(
        join(folder, `${name}.html`),
        renderHtml(report, { colour: new Chalk({ level: 0 }), width: 80, detail: 'normal', guides }),
      );
    }
    if (browserPath !== undefined) open.push(await chromium.launch({ executablePath: browserPath, args: flags.split(' ') }));
  });
  afterAll(async () => {
    for (const browser of open) await browser.close();
    rmSync(folder, { recursive: true });
  });

  interface Visit extends BrowserContextOptions {
    readonly hash?: string;
  }
  async function visit(name: string, work: (page: Page) => Promise<void>, { hash = '', ...options }: Visit = {}): Promise<void> {
    const [browser] = open;
    if (browser === undefined) throw new Error('the browser did not start');
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('dialog', (dialog) => said.push(`dialog ${dialog.message()}`));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`file://${join(folder, `${name}.html`)}${hash}`);
    await work(page);
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    await context.close();
  }
  const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).count();

  const narrow = { viewport: { width: 390, height: 844 } };
  test.each<[string, string, BrowserContextOptions]>([
    ['realistic', 'light', {}],
    ['realistic', 'dark', { colorScheme: 'dark' }],
    ['realistic', 'narrow', narrow],
    ['all', 'light', {}],
    ['all', 'dark', { colorScheme: 'dark' }],
    ['all', 'narrow', narrow],
    ['ready', 'light', {}],
    ['ready', 'dark and narrow', { colorScheme: 'dark', ...narrow }],
    ['hostile', 'light', {}],
  ])('axe finds nothing in the %s report, %s', (name, _, options) =>
    visit(
      name,
      async (page) => {
        await page.locator('details').evaluateAll((all) => {
          for (const each of all) each.setAttribute('open', '');
        });
        await page.evaluate(axe.source);
        const found = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
        );
        expect(found).toEqual([]);
      },
      options,
    ),
  );

  test.each(Object.keys(pages))('the %s report never scrolls sideways on a phone', (name) =>
    visit(
      name,
      async (page) => {
        await page.locator('details').evaluateAll((all) => {
          for (const each of all) each.setAttribute('open', '');
        });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      },
      narrow,
    ),
  );

  test('without JavaScript every check is there, failing ones are open, and nothing is offered that does not work', () =>
    visit(
      'realistic',
      async (page) => {
        expect(await visible(page, '.check')).toBe(realistic.results.length);
        expect(await visible(page, '.check.fail .body')).toBe(realistic.results.filter(({ verdict }) => verdict === 'fail').length);
        expect(await visible(page, 'button, input')).toBe(0);
        expect(await visible(page, '.command')).toBeGreaterThan(0);
      },
      { javaScriptEnabled: false },
    ));

  test('filters by verdict, tier and text, and says how many are left', () =>
    visit('realistic', async (page) => {
      const fails = realistic.results.filter(({ verdict }) => verdict === 'fail').length;
      await page.getByRole('checkbox', { name: /Passes/ }).uncheck();
      await page.getByRole('checkbox', { name: /Not answered/ }).uncheck();
      await page.getByRole('checkbox', { name: /Does not apply/ }).uncheck();
      expect(await visible(page, '.check')).toBe(fails);
      expect(await page.getByRole('status').textContent()).toBe(`${fails} of ${realistic.results.length} checks shown`);
      await page.getByRole('searchbox').fill('verify_signature');
      await page.getByText(`1 of ${realistic.results.length} checks shown`).waitFor();
      expect(await visible(page, '#jwt-verified')).toBe(1);
      await page.getByRole('searchbox').fill('no such words');
      await page.getByText('No check matches.').waitFor();
      await page.getByRole('searchbox').fill('');
      await page.getByText('No check matches.').waitFor({ state: 'hidden' });
      await page.getByRole('checkbox', { name: 'TestFlight' }).uncheck();
      expect(await visible(page, '.check')).toBe(0);
    }));

  test('a link to a check opens it, also where it was folded or filtered away', () =>
    visit(
      'realistic',
      async (page) => {
        expect(await visible(page, '#requests-time-out .body')).toBe(1);
        expect(await page.locator('#requests-time-out').evaluate((node) => Math.round(node.getBoundingClientRect().top))).toBeLessThan(400);
        await page.getByRole('checkbox', { name: /Passes/ }).uncheck();
        expect(await visible(page, '#env-validated-at-startup')).toBe(0);
        await page.evaluate('location.hash = "#env-validated-at-startup"');
        await page.locator('#env-validated-at-startup .body').waitFor();
      },
      { hash: '#requests-time-out' },
    ));

  test('works from the keyboard: skip link, links of the ladder, folding', () =>
    visit('realistic', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the checks');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SUMMARY');
      expect(await visible(page, '#cors-restricted .body')).toBe(1);
      await page.keyboard.press('Enter');
      expect(await visible(page, '#cors-restricted .body')).toBe(0);
    }));

  test('a command is copied as it stands', () =>
    visit(
      'realistic',
      async (page) => {
        const command = page.locator('#cors-restricted .command').first();
        await command.getByRole('button').click();
        await command.getByText('Copied').waitFor();
        const copied = await page.evaluate('navigator.clipboard.readText()');
        expect(copied).toContain("curl -sS -i -X GET -H 'Origin: https://stranger.example'");
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  test('the theme can be switched', () =>
    visit('realistic', async (page) => {
      const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await background();
      await page.getByRole('button', { name: 'Switch to dark colours' }).click();
      expect(await background()).not.toBe(light);
      await page.getByRole('button', { name: 'Switch to light colours' }).click();
      expect(await background()).toBe(light);
    }));

  test('on paper everything is open and light, and no control is left', () =>
    visit(
      'realistic',
      async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await visible(page, '.check .body')).toBe(realistic.results.length);
        expect(await visible(page, 'button, input, .permalink')).toBe(0);
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
        expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
      },
      { colorScheme: 'dark' },
    ));

  test('2 000 findings stay smooth: far from the minutes that laying out all of them, or searching each anew, would take', () =>
    visit('many', async (page) => {
      const shownAfterMs = await page.evaluate('performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd');
      expect(shownAfterMs).toBeLessThan(8000);
      expect(await page.locator('#cors-restricted .finding').count()).toBe(2000);
      const searchedMs = await page.evaluate(`(async () => {
        const box = document.querySelector('input[type=search]');
        const started = performance.now();
        box.value = 'number 1234 ';
        box.form.requestSubmit();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - started;
      })()`);
      expect(await visible(page, '#cors-restricted .finding')).toBe(1);
      expect(searchedMs).toBeLessThan(4000);
    }));
});
