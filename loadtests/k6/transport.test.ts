// TLS of a scenario in k6's words: what its script says, what its process is told, and what is said to the user.
import { expect, it } from 'vitest';
import { k6Script } from './export.ts';
import { testRun } from './manifest.ts';
import { k6Transport } from './transport.ts';

const url = 'https://127.0.0.1:8443/';
const transport = { http2: true, ca: 'pki/ca.pem', certificate: 'me.pem', key: 'me.key', serverName: 'api.internal', verify: false };
const scenario = {
  name: 'tls',
  transport,
  journeys: [{ name: 'one', steps: [{ request: 'GET /' }] }],
  stages: [{ duration: '1s', rate: 1 }],
};

it('says in the script what a script can say', () => {
  const exported = k6Script(scenario, url);
  if ('problem' in exported) throw new Error(exported.problem);
  expect(exported.script).toContain('"insecureSkipTLSVerify": true');
  expect(exported.script).toContain('"api.internal:8443": "127.0.0.1:8443"');
  expect(exported.script).toContain('__ENV.BASE_URL || "https://api.internal:8443"');
  expect(exported.script).toContain('cert: __ENV.TLS_CERTIFICATE || open("me.pem"), key: __ENV.TLS_KEY || open("me.key")');
  expect(exported.transport.untold).toEqual([expect.stringContaining('SSL_CERT_FILE=pki/ca.pem'), expect.stringContaining('Host header')]);
});

it.each([
  ['http://127.0.0.1/', undefined, []],
  ['https://127.0.0.1/', undefined, ['GODEBUG=http2client=0']],
  ['https://127.0.0.1/', { http2: true }, []],
  ['http://127.0.0.1/', { http2: true }, ['sent HTTP/1.1']],
  ['https://api.example.com/', { http2: true, serverName: 'other.example.com' }, ['run it with BASE_URL']],
])('of %s with %j tells %j', (target, written, told) => {
  const { untold } = k6Transport({ ...(written !== undefined && { transport: written }) }, target);
  expect(untold).toEqual(told.map((each) => expect.stringContaining(each)));
});

it('leads no name to a name', () => {
  expect(k6Transport({ transport: { serverName: 'b' } }, 'https://a/')).toMatchObject({ url: 'https://a/', options: {} });
  expect(k6Transport({ transport: { serverName: 'b' } }, 'https://localhost/').options).toEqual({ hosts: { 'b:443': '127.0.0.1:443' } });
  expect(k6Transport({ transport: { serverName: 'b' } }, 'https://[::1]:9/').options).toEqual({ hosts: { 'b:9': '[::1]:9' } });
});

it('gives a pod the authority beside its script, and the key as a secret only', () => {
  const exported = k6Script(scenario, url, true);
  if ('problem' in exported) throw new Error(exported.problem);
  const files = { 'ca.pem': 'an authority' };
  const made = testRun({ name: 'tls', parallelism: 2, exported, files, baseUrl: exported.transport.url });
  if ('problem' in made) throw new Error(made.problem);
  expect(made.yaml).toContain('create secret generic tls-secrets --from-file=TLS_CERTIFICATE=me.pem --from-file=TLS_KEY=me.key');
  expect(made.yaml.match(/name: SSL_CERT_FILE\n\s+value: \/test\/ca\.pem/g)).toHaveLength(2);
  expect(made.yaml.match(/secretRef:\n\s+name: tls-secrets/g)).toHaveLength(2);
  expect(made.yaml).toContain('k6_cr=tls,runner=true');
});
