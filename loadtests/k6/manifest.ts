// A TestRun for the k6 operator: the script and its files in a ConfigMap, secrets by name, the work split over pods.
import { stringify } from 'yaml';
import type { K6Script } from './export.ts';

export interface ManifestOptions {
  /** Of a Kubernetes object: letters, digits and dashes. */
  readonly name: string;
  /** Pods that share the traffic: each sends its part of every rate. */
  readonly parallelism: number;
  readonly exported: K6Script;
  /** The texts of the files that the script opens, by the name it opens them with. */
  readonly files: Readonly<Record<string, string>>;
  readonly baseUrl: string;
}

/** What a ConfigMap can hold. */
const mostBytes = 1_000_000;

/** YAML of both objects, or in one line what does not fit. */
export function testRun({
  name,
  parallelism,
  exported,
  files,
  baseUrl,
}: ManifestOptions): { readonly yaml: string } | { readonly problem: string } {
  const nested = Object.keys(files).find((file) => file.includes('/'));
  if (nested !== undefined) return { problem: `feed file ${nested}: files of a ConfigMap lie side by side; name it without a folder` };
  const data = { 'script.js': exported.script, ...files };
  const bytes = Object.values(data).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > mostBytes) return { problem: `script and feeds have ${bytes} bytes; a ConfigMap holds ${mostBytes}` };
  const secret = `${name}-secrets`;
  const { secrets, environment } = exported.transport;
  const variables = [...exported.environment, ...(exported.needsKey ? ['SIGNING_KEY'] : [])];
  const pod = {
    env: Object.entries({ BASE_URL: baseUrl, ...environment }).map(([variable, value]) => ({ name: variable, value })),
    ...(variables.length + Object.keys(secrets).length > 0 && { envFrom: [{ secretRef: { name: secret } }] }),
  };
  const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-script` }, data };
  const run = {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: { name },
    spec: {
      parallelism,
      script: { configMap: { name: `${name}-script`, file: 'script.js' } },
      // All pods start together, so that the sum is the rate that was asked for.
      separate: false,
      // Which looks at the script before the pods do, and so needs what it needs.
      initializer: pod,
      runner: pod,
    },
  };
  const literals = variables.map((variable) => `--from-literal=${variable}="$${variable}"`);
  const wanted = [...literals, ...Object.entries(secrets).map(([variable, file]) => `--from-file=${variable}=${file}`)];
  const first = wanted.length === 0 ? '' : `# First: kubectl create secret generic ${secret} ${wanted.join(' ')}\n`;
  const last = `# At its end: kubectl logs -l k6_cr=${name},runner=true --tail=-1 > pods.log && launchgate load import pods.log --scenario …\n`;
  return { yaml: `${first}${last}${stringify(config)}---\n${stringify(run, { aliasDuplicateObjects: false })}` };
}

/** A name that Kubernetes takes. */
export function objectName(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'load-test' : plain;
}
