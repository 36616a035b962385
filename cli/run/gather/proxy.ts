// The proxy that was asked for; without that, the variables of the shell are nobody's business.
import type { HttpConfig } from '../../../checks/evidence/http/options.ts';
import type { Settings } from '../../config/settings.ts';
import { Problem } from '../../problem.ts';

/** How requests to this target go; a Problem where a proxy is named that is none. A service that is started here needs none. */
export function proxyOf(
  { proxy, start }: Pick<Settings, 'proxy' | 'start'>,
  target: string,
  values: ReadonlyMap<string, string>,
): Pick<HttpConfig, 'proxy'> {
  if (proxy === undefined || start !== undefined) return {};
  const variable = (name: string): string | undefined => process.env[name] ?? process.env[name.toLowerCase()] ?? values.get(name);
  if (proxy !== 'environment') return parsed(/^[A-Za-z_]\w*$/.test(proxy) ? given(proxy, variable(proxy)) : proxy);
  const url = URL.parse(target);
  if (url === null || isExcepted(url, variable('NO_PROXY') ?? '')) return {};
  const found = variable(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? variable('ALL_PROXY');
  return found === undefined || found === '' ? {} : parsed(found);
}

function given(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new Problem(`--proxy ${name}: the variable ${name} is not set`);
  return value;
}

function parsed(text: string): Pick<HttpConfig, 'proxy'> {
  const url = URL.parse(text.includes('://') ? text : `http://${text}`);
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Problem('--proxy: what is named is no http or https URL');
  const { username, password } = url;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  url.username = '';
  url.password = '';
  return { proxy: { url, ...(username === '' ? {} : { authorization: `Basic ${credentials}` }) } };
}

/** NO_PROXY as curl reads it: names with all below them, `host:port`, `*`. */
function isExcepted({ hostname, host }: URL, list: string): boolean {
  const names = list.split(',').map((each) => each.trim().replace(/^\./, '').toLowerCase());
  return names.some((name) => name !== '' && (name === '*' || name === host || hostname === name || hostname.endsWith(`.${name}`)));
}
