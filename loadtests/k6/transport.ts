// What a scenario says of TLS and HTTP/2, as far as k6 can be told; the rest in words.
import { isIP } from 'node:net';
import { basename } from 'node:path';
import type { Scenario } from '../scenario/schema.ts';

export interface K6Transport {
  /** Where the script sends to: by the name that the server is to be asked for. */
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Lines of the script that set what is no JSON. */
  readonly lines: readonly string[];
  /** Files that k6 reads beside the script. */
  readonly files: readonly string[];
  /** For the process that runs k6. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables that take the place of files which have no business in a ConfigMap, and those files. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What k6 can't be told by a script, and what does it instead: one line each. */
  readonly untold: readonly string[];
}

/** Where a pod of the k6 operator finds what lies beside its script. */
const podFolder = '/test';

export function k6Transport({ transport = {} }: Pick<Scenario, 'transport'>, url: string): K6Transport {
  const { http2 = false, ca, certificate, key, serverName, verify = true } = transport;
  const named = serverName === undefined ? undefined : namedTarget(new URL(url), serverName);
  const isTls = url.startsWith('https:');
  const keepsToHttp1 = isTls && !http2;
  const pair = certificate !== undefined && key !== undefined ? { TLS_CERTIFICATE: certificate, TLS_KEY: key } : undefined;
  return {
    url: named?.url ?? url,
    options: {
      ...(!verify && { insecureSkipTLSVerify: true }),
      ...(named !== undefined && { hosts: named.hosts }),
    },
    lines: pair === undefined ? [] : [tlsAuth(pair)],
    files: ca === undefined ? [] : [ca],
    environment: {
      ...(keepsToHttp1 && { GODEBUG: 'http2client=0' }),
      ...(ca !== undefined && { SSL_CERT_FILE: `${podFolder}/${basename(ca)}` }),
    },
    secrets: pair ?? {},
    untold: [
      ...(keepsToHttp1
        ? ['k6 speaks HTTP/2 where the server offers it: GODEBUG=http2client=0 k6 run … keeps it to HTTP/1.1, as this scenario does']
        : []),
      ...(http2 && !isTls ? ['k6 speaks HTTP/2 over https only: this target is sent HTTP/1.1'] : []),
      ...(ca === undefined
        ? []
        : [`k6 takes no authority from a script: SSL_CERT_FILE=${ca} k6 run … makes it trust that one instead of the machine's`]),
      ...(serverName === undefined || named !== undefined
        ? []
        : [`k6 asks for the name that it connects to, and not for ${serverName}: run it with BASE_URL of that name`]),
      ...(named === undefined ? [] : [`k6 names ${serverName} in the Host header too; BASE_URL puts another target in its place`]),
    ],
  };
}

const tlsAuth = ({ TLS_CERTIFICATE, TLS_KEY }: { readonly TLS_CERTIFICATE: string; readonly TLS_KEY: string }): string =>
  `options.tlsAuth = [{ cert: __ENV.TLS_CERTIFICATE || open(${JSON.stringify(TLS_CERTIFICATE)}), key: __ENV.TLS_KEY || open(${JSON.stringify(TLS_KEY)}) }];`;

// k6 leads a name to an address, and to no other name.
function namedTarget(target: URL, serverName: string): (Pick<K6Transport, 'url'> & { readonly hosts: object }) | undefined {
  const host = target.hostname === 'localhost' ? '127.0.0.1' : target.hostname;
  if (isIP(host.replace(/^\[|\]$/g, '')) === 0) return undefined;
  const port = target.port === '' ? (target.protocol === 'https:' ? '443' : '80') : target.port;
  const named = new URL(target);
  named.hostname = serverName;
  return { url: named.href, hosts: { [`${serverName}:${port}`]: `${host}:${port}` } };
}
