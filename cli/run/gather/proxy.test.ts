// The proxy: named outright, by a variable, or by those of the shell where that was asked for.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proxyOf } from './proxy.ts';

const target = 'https://api.example.com/v1';
const variables = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY', 'COMPANY_PROXY'];
beforeEach(() => {
  for (const name of variables.flatMap((each) => [each, each.toLowerCase()])) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});
const hostOf = (proxy: string, url = target, values: Readonly<Record<string, string>> = {}): string | undefined =>
  proxyOf({ proxy }, url, new Map(Object.entries(values))).proxy?.url.host;

test('without being asked for no variable of the shell is used, nor for a service that is started here', () => {
  vi.stubEnv('HTTPS_PROXY', 'http://shell.test:1');
  expect(proxyOf({}, target, new Map())).toEqual({});
  expect(proxyOf({ proxy: 'http://named.test:2', start: 'node main.ts' }, target, new Map())).toEqual({});
});

test('a URL, with or without its scheme, and its password kept apart from it', () => {
  expect(hostOf('http://named.test:3128')).toBe('named.test:3128');
  expect(hostOf('named.test:3128')).toBe('named.test:3128');
  const { proxy } = proxyOf({ proxy: 'http://me:p%40ss@named.test:3128' }, target, new Map());
  expect(proxy?.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  expect(String(proxy?.url)).toBe('http://named.test:3128/');
});

test('the NAME of a variable: of the process before those of env files', () => {
  expect(hostOf('COMPANY_PROXY', target, { COMPANY_PROXY: 'http://file.test:4' })).toBe('file.test:4');
  vi.stubEnv('COMPANY_PROXY', 'http://process.test:5');
  expect(hostOf('COMPANY_PROXY', target, { COMPANY_PROXY: 'http://file.test:4' })).toBe('process.test:5');
  expect(() => hostOf('OTHER_PROXY_OF_NOBODY')).toThrow('the variable OTHER_PROXY_OF_NOBODY is not set');
});

test('what is no proxy is refused without its text', () => {
  expect(() => hostOf('socks5://named.test:1080')).toThrow('--proxy: what is named is no http or https URL');
  expect(() => hostOf('COMPANY_PROXY', target, { COMPANY_PROXY: 'ftp://me:hidden@x.test' })).toThrow(/^(?!.*hidden)/);
});

test('environment: by the scheme of the target, in either case of letters', () => {
  vi.stubEnv('HTTP_PROXY', 'http://plain.test:1');
  expect(hostOf('environment')).toBeUndefined();
  expect(hostOf('environment', 'http://api.example.com')).toBe('plain.test:1');
  vi.stubEnv('https_proxy', 'http://secure.test:2');
  expect(hostOf('environment')).toBe('secure.test:2');
  vi.stubEnv('https_proxy', undefined);
  vi.stubEnv('ALL_PROXY', 'http://all.test:3');
  expect(hostOf('environment')).toBe('all.test:3');
});

test.each([
  ['example.com', true],
  ['.example.com', true],
  ['api.example.com', true],
  ['API.Example.COM', true],
  ['other.test, api.example.com', true],
  ['api.example.com:8443', true],
  ['*', true],
  ['ample.com', false],
  ['i.example.com', false],
  ['api.example.com:9000', false],
  ['example.com.test', false],
  [' , ', false],
])('NO_PROXY=%s leaves the target out: %s', (list, leftOut) => {
  vi.stubEnv('HTTPS_PROXY', 'http://shell.test:1');
  vi.stubEnv('NO_PROXY', list);
  expect(hostOf('environment', 'https://api.example.com:8443/v1') === undefined).toBe(leftOut);
  // Who names a proxy outright means it.
  expect(hostOf('http://named.test:2', 'https://api.example.com:8443/v1')).toBe('named.test:2');
});
