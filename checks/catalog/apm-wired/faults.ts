// What is wrong with a monitor that is there.
import type { Call, Expression, Unit, Value } from '../../model.ts';
import type { Monitor } from './monitors.ts';

export interface Faults {
  readonly faults: readonly string[];
  readonly unclear: readonly string[];
}

export function faultsOf(unit: Unit, monitor: Monitor): Faults {
  const { call, kind, name } = monitor;
  if (call === undefined) return kind === 'datadog' ? versionOf(unit, name) : { faults: [], unclear: [] };
  const faults = [
    neverCalled(unit, monitor, call),
    tooLate(unit, monitor, call),
    off(unit, name, call),
    secrets(unit, name, call),
    ...(kind === 'sentry' ? [deaf(unit, call)] : []),
  ].flatMap((each) => each ?? []);
  const release = releaseOf(unit, monitor, call);
  return {
    faults: release === 'missing' ? [...faults, `${name} is given no release`] : faults,
    unclear: release === 'unclear' ? [`whether ${name} knows the release could not be followed`] : [],
  };
}

function neverCalled(unit: Unit, { name }: Monitor, { inFunction }: Call): string | undefined {
  if (inFunction === undefined || unit.handedTo(inFunction) !== undefined) return undefined;
  return unit.isReferred(inFunction) ? undefined : `${name} is started in a function that nothing calls`;
}

/** In the file that makes the app: before it. Elsewhere the order of loading is not told by lines. */
function tooLate(unit: Unit, { name }: Monitor, call: Call): string | undefined {
  // A middleware of the app can only come after it.
  if (call.symbols.includes('npm:@hono/sentry.sentry')) return undefined;
  // The platform makes the app of a file it knows by its path: no line of the file does.
  const isByPath = unit.frameworks.every((framework) => /^(?:next|supabase-function)$/.test(framework));
  const inFile = isByPath ? [] : unit.entries.filter(({ path }) => path === call.place.path);
  const made = inFile.find(({ line }) => line < call.place.line);
  const isBeside =
    call.inFunction === undefined ||
    unit
      .calls('*')
      .some(
        (each) => each.place.path === call.place.path && each.place.line === made?.line && each.inFunction?.node === call.inFunction?.node,
      );
  const listens = unit
    .calls('*.listen')
    .find(
      (each) =>
        unit.starts(each) &&
        each.place.path === call.place.path &&
        each.place.line < call.place.line &&
        each.inFunction?.node === call.inFunction?.node,
    );
  if (listens !== undefined) return `${name} is started after the service listens`;
  return made !== undefined && isBeside && call.language !== 'python' ? `${name} is started after the app is made` : undefined;
}

function off(unit: Unit, name: string, call: Call): string | undefined {
  const dsn = call.option('dsn');
  if (typeof dsn === 'object' && dsn.kind === 'literal' && (dsn.value === '' || dsn.value === null))
    return `${name} is given an empty address`;
  const test = call.node.args.flatMap(({ value }) => unit.pieces(value)).find(({ key }) => key === 'enabled')?.value;
  if (test !== undefined && unit.trueIn(test) === 'development') return `${name} is switched off in production`;
  const enabled = call.option('enabled');
  return typeof enabled === 'object' && enabled.kind === 'literal' && enabled.value === false ? `${name} is switched off` : undefined;
}

/** Personal data is sent where the monitor is told to send it and nothing takes it out again. */
function secrets(unit: Unit, name: string, call: Call): string | undefined {
  const isTold = ['sendDefaultPii', 'send_default_pii'].some((option) => isTrue(call.option(option)));
  const isScrubbed = ['beforeSend', 'before_send', 'event_scrubber', 'beforeSendTransaction', 'before_send_transaction'].some(
    (option) => call.option(option) !== 'absent',
  );
  const bodies = ['request_bodies', 'max_request_body_size'].some((option) => {
    const value = call.option(option);
    return typeof value === 'object' && value.kind === 'literal' && value.value === 'always';
  });
  if (isScrubbed) return undefined;
  if (isTold) return `${name} is told to send personal data, cookies and addresses of users among it, and nothing scrubs it`;
  return bodies && unit.languages.length > 0 ? `${name} is told to send the bodies of requests, and nothing scrubs them` : undefined;
}

const isTrue = (value: Value | 'absent' | 'unknown'): boolean =>
  typeof value === 'object' && value.kind === 'literal' && value.value === true;

/** Express, Koa and Nest answer errors themselves: Sentry hears of them only where it is hung in or called. */
function deaf(unit: Unit, call: Call): string | undefined {
  if (call.language === 'python' || !unit.frameworks.some((framework) => /^(?:express|koa|nest)$/.test(framework))) return undefined;
  const told = unit.calls(
    '*.setupExpressErrorHandler',
    '*.setupKoaErrorHandler',
    '*.setupNestErrorHandler',
    '*.setupFastifyErrorHandler',
    '*.captureException',
    '*.Handlers.errorHandler',
    '*.expressErrorHandler',
    '*.SentryGlobalFilter',
    '*.SentryModule.forRoot',
  );
  const filters = unit.imports('@sentry/nestjs/setup', 'winston-sentry-log');
  return told.length > 0 || filters.length > 0 ? undefined : 'Sentry is started, and nothing tells it of the errors the app answers';
}

function releaseOf(unit: Unit, { kind }: Monitor, call: Call): 'given' | 'missing' | 'unclear' {
  const names = {
    sentry: ['release'],
    datadog: ['version'],
    elastic: ['serviceVersion', 'service_version', 'SERVICE_VERSION'],
    rollbar: ['code_version', 'codeVersion', 'payload'],
    other: ['appVersion', 'app_version', 'code_version', 'codeVersion', 'service_version', 'revision', 'serviceVersion'],
  }[kind];
  const found = names.map((name) => call.option(name));
  if (found.some((each) => typeof each === 'object' && !(each.kind === 'literal' && (each.value === null || each.value === ''))))
    return 'given';
  // Elastic's agent for Node takes the version of the nearest package.json.
  if (kind === 'other' || call.symbols.includes('npm:elastic-apm-node.start')) return 'given';
  if (found.includes('unknown')) return 'unclear';
  // `app.config['ELASTIC_APM'] = { 'SERVICE_VERSION': … }`
  if (
    kind === 'elastic' &&
    unit.entriesNamed('SERVICE_VERSION', 'serviceVersion').some(({ value }) => value.kind !== 'null' && !isEmpty(value))
  )
    return 'given';
  const isSet =
    unit.startCommands.some(({ text }) => /SENTRY_RELEASE|DD_VERSION|ELASTIC_APM_SERVICE_VERSION/.test(text)) ||
    unit.environmentReads.some(({ name }) => /^(?:SENTRY_RELEASE|DD_VERSION|ELASTIC_APM_SERVICE_VERSION)$/.test(name));
  return isSet ? 'given' : 'missing';
}

const isEmpty = (value: Expression): boolean => value.kind === 'string' && value.value === '';

function versionOf(unit: Unit, name: string): Faults {
  const isSet = unit.startCommands.some(({ text }) => /DD_VERSION/.test(text));
  return { faults: [], unclear: isSet ? [] : [`whether ${name} is given a version by its environment could not be followed`] };
}
