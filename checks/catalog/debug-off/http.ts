// What answers show: no debugger, no trace, no page that only a developer should see.
import { exchangeOf, inconclusive, settle, shown } from '../../answer.ts';
import type { Answer, Exchange, Finding, HttpEvidence, HttpProbe } from '../../model.ts';

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const page = (path: string): HttpProbe => ({ kind: 'http', class: 'passive', route: 'any', path, headers: browser, token: 'none' });

export const probes = {
  unknownRoute: { kind: 'http', class: 'passive', route: 'missing', headers: browser },
  malformed: { kind: 'http', class: 'active', route: 'json-post', orElse: 'missing', body: '{"note": ', headers: browser },
  wrongTypes: { kind: 'http', class: 'active', route: 'json-post', wrongTypes: true, body: '{"note": {"a": []}}', headers: browser },
  debuggerFile: { ...page('/'), query: '__debugger__=yes&cmd=resource&f=debugger.js' },
  console: page('/console'),
  profiles: page('/debug/pprof/'),
  environment: page('/actuator/env'),
  toolbar: page('/__debug__/'),
  profiler: page('/_profiler/'),
} satisfies Record<string, HttpProbe>;
export type DebugEvidence = HttpEvidence<keyof typeof probes>;

/** Pages and texts that frameworks make in debug mode alone. */
const signs: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['Werkzeug’s debugger', /Werkzeug Debugger|__debugger__=yes&amp;cmd|Interactive Console<|openShell|wsgi debugger/i],
  [
    'Django’s debug page',
    /DEBUG = True<\/code>|You(?:'|&#x27;|’)re seeing this error because you have <code>DEBUG|Django Debug Toolbar|djDebug/,
  ],
  ['a Python trace', /Traceback \(most recent call last\)|<title>Starlette Debugger|File &quot;\/|File "[^"]+\.py", line \d+/],
  ['a JavaScript trace', /\n[ \t]{1,40}at .{1,200}:\d+:\d+\)?|(?:<br>|\\n) ?(?:&nbsp;|[ \t]){1,40}at .{1,200}:\d+:\d+/],
  [
    'a debug page of Rails, Laravel or Symfony',
    /Action Controller: Exception caught|Whoops, looks like something went wrong|Symfony Exception|sf-toolbar|Ignition|phpdebugbar/,
  ],
  ['Go’s profiler', /<title>\/debug\/pprof\/<\/title>/],
  ['the environment of the process', /"propertySources"\s*:|"systemEnvironment"\s*:/],
  ['an H2 or GraphQL console', /<title>H2 Console<|GraphQL Playground<\/title>/],
];
const debugHeaders = /^(?:x-debug-.*|x-debug|x-symfony-.*|x-clockwork-.*|x-laravel-debugbar.*)$/;

export function judgeHttp({ all, exchanges, chosen }: DebugEvidence): Answer {
  const findings = all.flatMap(signsIn);
  const bad = [...Map.groupBy(findings, ({ message }) => message).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [more.length === 0 ? first : { ...first, related: more.slice(0, 5).map(({ place }) => place) }],
  );
  const errors = all.filter(({ status }) => status >= 400);
  const provoked = [exchanges.unknownRoute, exchanges.malformed, exchanges.wrongTypes].map(exchangeOf);
  const unclear = [
    ...(provoked[0] === undefined ? ['an unknown route got no answer'] : []),
    ...(chosen['json-post'] === undefined || (provoked[1] === undefined && provoked[2] === undefined)
      ? ['missing' in exchanges.wrongTypes ? exchanges.wrongTypes.missing : 'malformed JSON got no answer']
      : []),
  ];
  const broken = errors.filter(({ status }) => status >= 500).length;
  const [first] = errors;
  const good =
    first === undefined
      ? []
      : [
          {
            message: `${errors.length} error answers (${broken} of them 5xx) and the addresses of six debuggers show no trace and no debug page`,
            place: first.request,
          },
        ];
  return settle({ bad, good, unclear }, inconclusive('no error could be provoked, so that no trace could be seen'));
}

function signsIn(exchange: Exchange): readonly Finding[] {
  const seen = signs.find(([, pattern]) => pattern.test(exchange.body))?.[0];
  const header = exchange.headers.find(([name]) => debugHeaders.test(name))?.[0];
  const place = exchange.request;
  return [
    ...(seen === undefined ? [] : [{ message: `an answer with ${exchange.status} shows ${seen}`, place }]),
    ...(header === undefined ? [] : [{ message: `answers carry ${shown(header)}, which only a debug mode sends`, place }]),
  ];
}
