// Ports that a service keeps for its metrics, derived from its source.
import { expect, test } from 'vitest';
import { gatherCode } from '../../../checks/evidence/code/gather.ts';
import { checkout } from '../../../checks/evidence/migrations/testing/checkout.ts';
import { listenersForMetrics } from './metrics-elsewhere.ts';

function listeners(files: Readonly<Record<string, string>>, values: Readonly<Record<string, string>> = {}): readonly string[] {
  const code = gatherCode({ root: checkout(files), mentions: ['metrics', 'prometheus'] });
  if (!('found' in code)) throw new Error(code.missing);
  return listenersForMetrics(code.found.evidence, new Map(Object.entries(values))).map(({ port, path }) => `${port}${path}`);
}

const python = (start: string): Readonly<Record<string, string>> => ({
  'requirements.txt': 'fastapi\nprometheus_client\n',
  'main.py': `import os\nfrom fastapi import FastAPI\nfrom prometheus_client import start_http_server\n\napp = FastAPI()\n${start}\n`,
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['start_http_server(9100)', {}, ['9100/metrics']],
  ['start_http_server(port=9101, addr="127.0.0.1")', {}, ['9101/metrics']],
  ['start_http_server(int(os.environ.get("STATS_AT", "9102")))', {}, ['9102/metrics']],
  ['start_http_server(int(os.environ.get("STATS_AT", "9102")))', { STATS_AT: '9103' }, ['9103/metrics']],
  ['start_http_server(int(os.environ["STATS_AT"]))', {}, []],
  ['start_http_server(99999)', {}, []],
])('Python: %s with %o listens at %o', (start, values, expected) => {
  expect(listeners(python(start), values)).toEqual(expected);
});

const typescript = (exporter: string): Readonly<Record<string, string>> => ({
  'package.json': '{"type":"module","dependencies":{"express":"5","@opentelemetry/exporter-prometheus":"1"}}',
  'main.ts': `import express from 'express';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
export const exporter = ${exporter};
const app = express();
app.listen(3000);
`,
});

test.each<[string, readonly string[]]>([
  ['new PrometheusExporter()', ['9464/metrics']],
  ["new PrometheusExporter({ port: 9555, endpoint: 'inside' })", ['9555/inside']],
  ['new PrometheusExporter({ preventServerStart: true })', []],
])('OpenTelemetry: %s listens at %o', (exporter, expected) => {
  expect(listeners(typescript(exporter))).toEqual(expected);
});

test('a port from the environment counts where it is given or has a default, and each port once', () => {
  const reads = (read: string): Readonly<Record<string, string>> => ({
    'package.json': '{"type":"module","dependencies":{"express":"5","prom-client":"15"}}',
    'main.ts': `import express from 'express';
import { register } from 'prom-client';
const metrics = express();
metrics.get('/metrics', async (_, response) => response.send(await register.metrics()));
metrics.listen(${read});
express().listen(Number(process.env.PORT));
`,
  });
  const read = 'Number(process.env.METRICS_PORT)';
  expect(listeners(reads(read))).toEqual([]);
  expect(listeners(reads(read), { METRICS_PORT: '9200', PORT: '3000' })).toEqual(['9200/metrics']);
  expect(listeners(reads("Number(process.env.METRICS_PORT ?? '9201')"))).toEqual(['9201/metrics']);
  expect(listeners(reads(read), { METRICS_PORT: 'nine' })).toEqual([]);
});
