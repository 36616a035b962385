// Configuration: which file counts, what it may say, and who wins.
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLayer } from './check-layer.ts';
import { environmentLayer } from './environment.ts';
import { findConfig } from './find.ts';
import { readConfig } from './read.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'launchgate-config-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('search', () => {
  test('goes upward to the root of the repository and no further', async () => {
    await mkdir(join(folder, 'repository/.git'), { recursive: true });
    await mkdir(join(folder, 'repository/services/api'), { recursive: true });
    const working = join(folder, 'repository');
    await writeFile(join(folder, 'launchgate.config.json'), '{}');
    expect(findConfig(join(folder, 'repository/services/api'), working)).toBeUndefined();
    await writeFile(join(working, 'launchgate.config.yaml'), '');
    expect(findConfig(join(folder, 'repository/services/api'), working)).toEqual({
      file: join(working, 'launchgate.config.yaml'),
      trusted: true,
    });
    await writeFile(join(folder, 'repository/services/api/launchgate.config.json'), '{}');
    expect(findConfig(join(folder, 'repository/services/api'), working)?.file).toContain('services/api');
  });

  test("a file that lies in somebody else's folder is found and not trusted", async () => {
    await mkdir(join(folder, 'foreign/.git'), { recursive: true });
    await mkdir(join(folder, 'mine/.git'), { recursive: true });
    await writeFile(join(folder, 'foreign/launchgate.config.json'), '{"start":"anything"}');
    expect(findConfig(join(folder, 'foreign'), join(folder, 'mine'))).toMatchObject({ trusted: false });
    expect(findConfig(join(folder, 'foreign'), join(folder, 'foreign'))).toMatchObject({ trusted: true });
  });
});

describe('reading', () => {
  const settings = { url: 'http://127.0.0.1:1/a//b', only: ['cors-restricted'] };
  test.each([
    ['launchgate.config.json', JSON.stringify(settings)],
    ['launchgate.config.jsonc', '{ // where\n "url": "http://127.0.0.1:1/a//b", /* which */ "only": ["cors-restricted",], }'],
    ['launchgate.config.yaml', 'url: http://127.0.0.1:1/a//b\nonly: [cors-restricted]\n'],
    ['launchgate.config.mjs', `export default ${JSON.stringify(settings)};`],
    [
      'launchgate.config.ts',
      `import type { Config } from 'launchgate/config';\nexport default ${JSON.stringify(settings)} satisfies Config;`,
    ],
  ])('%s', async (name, text) => {
    await writeFile(join(folder, name), text);
    expect(checkLayer(name, await readConfig(join(folder, name)))).toEqual(settings);
  });

  test.each([
    ['launchgate.config.json', '{"url": '],
    ['launchgate.config.yaml', 'url: [1'],
    ['launchgate.config.json', ''],
    ['launchgate.config.toml', 'url = "x"'],
    ['launchgate.config.mjs', 'export const settings = {};'],
  ])('a broken %s is one line that names it', async (name, text) => {
    await writeFile(join(folder, name), text);
    const message = await readConfig(join(folder, name)).then(
      () => 'was read',
      (thrown: Error) => thrown.message,
    );
    expect(message).toMatch(new RegExp(`^${name.replaceAll('.', '\\.')}: .+$`));
  });

  test.each(['json', 'jsonc', 'yaml'])('a mark of the byte order is no mistake in %s', async (ending) => {
    await writeFile(join(folder, `c.${ending}`), '\ufeff{"gate": "app-store"}');
    expect(await readConfig(join(folder, `c.${ending}`))).toEqual({ gate: 'app-store' });
  });

  test.each([
    ['json', '{"auth": {"token": pasted-secret}}'],
    ['yaml', 'auth: { token: pasted-secret'],
  ])('what stands in a broken %s is not quoted: it may be a secret', async (ending, text) => {
    await writeFile(join(folder, `c.${ending}`), text);
    const message = await readConfig(join(folder, `c.${ending}`)).catch((thrown: Error) => thrown.message);
    expect(message).toMatch(/^c\.\w+: .{10,}$/);
    expect(message).not.toContain('pasted');
  });

  test('a folder is no configuration file', async () => {
    await expect(readConfig(folder)).rejects.toThrow(/is a folder$/);
  });
});

describe('what a file may say', () => {
  test.each([
    [{ gaet: 'testflight' }, 'unknown key "gaet" (did you mean "gate"?)'],
    [{ limits: { headerMs: 1 } }, 'unknown key "limits.headerMs" (did you mean "headersMs"?)'],
    [{ gate: 'app-stor' }, '"gate" must be one of testflight, app-store, post-launch (did you mean "app-store"?)'],
    [{ gate: 'beta' }, '"gate" must be one of testflight, app-store, post-launch'],
    [{ limits: { headersMs: 'soon' } }, '"limits.headersMs" must be a number'],
    [{ url: 'localhost:3000' }, '"url" must be an http or https URL'],
    [{ auth: { tokenEnv: 'eyJ.pasted.token' } }, '"auth.tokenEnv" must be the NAME of an environment variable, not a value'],
    [{ waitFor: '' }, '"waitFor" is empty'],
    [{ limits: { headersMs: -1 } }, '"limits.headersMs" must be more than 0'],
    [{ load: { failedShare: 2 } }, '"load.failedShare" must be at most 1'],
    [{ load: { environment: 'production' } }, '"load.environment" must be an object'],
    [{ routes: { metrics: 3 } }, '"routes.metrics" has none of the forms it may have'],
    [[], 'must hold an object of settings'],
  ])('%j is refused', (value, message) => {
    expect(() => checkLayer('file', value)).toThrow(`file: ${message}`);
  });

  test('a value in the wrong place is not quoted: it may be a secret', () => {
    expect(() => checkLayer('file', { auth: { tokenEnv: 'pasted-secret-value' } })).toThrow(/^(?!.*pasted-secret-value)/s);
  });
});

test('variables name settings, nested by two underscores; others are told', () => {
  const { layer, unknown } = environmentLayer({
    LAUNCHGATE_GATE: 'app-store',
    LAUNCHGATE_LIMITS__HEADERS_MS: '5000',
    LAUNCHGATE_ONLY: 'cors-restricted, jwt-verified',
    LAUNCHGATE_GATES: 'app-store',
    LAUNCHGATE_DEBUG: '1',
    OTHER: 'x',
  });
  expect(layer).toEqual({ gate: 'app-store', limits: { headersMs: 5000 }, only: ['cors-restricted', 'jwt-verified'] });
  expect(unknown).toEqual(['LAUNCHGATE_GATES']);
});
