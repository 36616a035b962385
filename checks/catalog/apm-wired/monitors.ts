// Which monitors a service starts: by a call, by an import for its effect, or by the command that starts it.
import type { Call, FilePlace, Unit } from '../../model.ts';

export interface Monitor {
  readonly name: string;
  readonly kind: 'sentry' | 'datadog' | 'elastic' | 'rollbar' | 'other';
  readonly place: FilePlace;
  readonly call?: Call;
}

const started: readonly (readonly [name: string, kind: Monitor['kind'], ...symbols: string[]])[] = [
  [
    'Sentry',
    'sentry',
    'npm:@sentry/node.init',
    'npm:@sentry/nestjs.init',
    'npm:@sentry/bun.init',
    'npm:@sentry/nextjs.init',
    'npm:@sentry/deno.init',
    // An import map of Deno gives it any name, and this one mostly.
    'npm:sentry.init',
    'npm:@sentry/koa.init',
    'npm:@sentry/serverless.init',
    'npm:@sentry/aws-serverless.init',
    'py:sentry_sdk.init',
    'npm:@sentry/profiling-node.init',
    'npm:@immobiliarelabs/fastify-sentry',
    'npm:@hono/sentry.sentry',
    'npm:@sentry/cloudflare.withSentry',
    'npm:toucan-js.Toucan',
  ],
  ['Datadog', 'datadog', 'npm:dd-trace.init', 'npm:dd-trace.tracer.init', 'py:ddtrace.patch_all', 'py:ddtrace.patch'],
  [
    'Elastic APM',
    'elastic',
    'npm:elastic-apm-node.start',
    'py:elasticapm.contrib.starlette.make_apm_client',
    'py:elasticapm.contrib.flask.ElasticAPM',
    'py:elasticapm.Client',
  ],
  ['New Relic', 'other', 'py:newrelic.agent.initialize'],
  ['Bugsnag', 'other', 'npm:@bugsnag/js.start', 'py:bugsnag.configure'],
  ['Rollbar', 'rollbar', 'npm:rollbar', 'py:rollbar.init'],
  ['Honeybadger', 'other', 'npm:@honeybadger-io/js.configure', 'py:honeybadger.honeybadger.configure'],
  ['AppSignal', 'other', 'npm:@appsignal/nodejs.Appsignal', 'py:appsignal.Appsignal'],
  ['Application Insights', 'other', 'npm:applicationinsights.setup', 'py:azure.monitor.opentelemetry.configure_azure_monitor'],
  ['Logfire', 'other', 'py:logfire.configure'],
  ['Raygun', 'other', 'npm:raygun.Client'],
];

export function monitorsOf(unit: Unit): readonly Monitor[] {
  const calls = started.flatMap(([name, kind, ...symbols]) =>
    unit.calls(...symbols).map((call): Monitor => ({ name, kind, place: call.place, call })),
  );
  const imports = [
    ...unit.imports('newrelic').map((each) => ({ ...each, name: 'New Relic', kind: 'other' as const })),
    ...unit.imports('dd-trace/init', 'ddtrace.auto').map((each) => ({ ...each, name: 'Datadog', kind: 'datadog' as const })),
    ...unit.imports('elastic-apm-node/start').map((each) => ({ ...each, name: 'Elastic APM', kind: 'elastic' as const })),
  ].filter(({ runsIn, module }) => runsIn !== 'development' && !module.startsWith('newrelic.'));
  const commands = unit.startCommands.flatMap(({ text, place }): readonly Monitor[] => {
    if (/newrelic-admin|-r newrelic/.test(text)) return [{ name: 'New Relic', kind: 'other', place }];
    return /ddtrace-run|dd-trace\/init/.test(text) ? [{ name: 'Datadog', kind: 'datadog', place }] : [];
  });
  const django = unit
    .assignments('INSTALLED_APPS')
    .filter(({ value }) => unit.words(value).includes('elasticapm.contrib.django'))
    .map(({ place }): Monitor => ({ name: 'Elastic APM', kind: 'elastic', place }));
  const inProduction = calls.filter(({ call }) => call?.runsIn !== 'development' && call?.onlyAsScript !== true);
  return [...inProduction, ...imports.map(({ name, kind, place }) => ({ name, kind, place })), ...commands, ...django];
}
