// Controls of the reference server that show when it is started, drilled and stopped, each with what is left when it is gone and the check that must notice.
import type { Control } from './control.ts';

export const starting: readonly Control[] = [
  {
    control: 'a refusal to start names the variable',
    file: 'main.ts',
    line: 'of read.problems) log.fatal(',
    without: 'of read.problems.slice(read.problems.length)) log.fatal(',
    check: 'env-validated-at-startup',
  },
  {
    control: 'log lines tell their time',
    file: 'log.ts',
    line: `timestamp: () => \`,"time":"\${isoTime(Date.now())}"\``,
    without: 'timestamp: false',
    check: 'logs-structured',
  },
  {
    control: 'the log level is the environment’s',
    file: 'log.ts',
    line: "levels[config?.DEBUG ? 'DEBUG' : (config?.LOG_LEVEL ?? 'INFO')]",
    without: 'levels.INFO',
    check: 'log-level-from-environment',
  },
  {
    control: 'requests are logged',
    file: 'app.ts',
    line: '  app.use(accessLog(log));\n',
    without: '',
    check: 'requests-logged',
    // Without lines about requests none carries the id of one.
    also: ['logs-structured'],
  },
  {
    control: 'SIGTERM is waited for',
    file: 'shutdown.ts',
    line: "  process.on('SIGTERM', () => stop(0));\n",
    without: '',
    check: 'shutdown-graceful',
  },
  {
    control: 'readiness says that it stops',
    file: 'routes/health.ts',
    line: "status: lifecycle.draining ? 'fail' : 'pass'",
    without: "status: 'pass'",
    check: 'shutdown-graceful',
  },
  {
    control: 'readiness is 503 without a database',
    file: 'routes/health.ts',
    line: "    ctx.status = status === 'fail' ? 503 : 200;\n",
    without: '',
    check: 'health-checks-dependencies',
    // What tells that it stops is the same status.
    also: ['shutdown-graceful'],
  },
  {
    control: 'calls of the model are repeated',
    file: 'llm/guard.ts',
    line: 'maxAttempts: MOST_REPEATS',
    without: 'maxAttempts: 0',
    check: 'llm-retries-backed-off',
  },
  {
    control: 'repeats wait longer each time',
    file: 'llm/guard.ts',
    line: '(told ?? 0) + most / 2 + (Math.random() * most) / 2',
    without: '0 * most + (told ?? 0)',
    check: 'llm-retries-backed-off',
  },
  {
    control: 'a model that fails is left alone',
    file: 'llm/guard.ts',
    line: 'wrap(seats, repeats, breaker)',
    without: 'wrap(seats, repeats)',
    check: 'llm-circuit-broken',
  },
  {
    // No standard has an answer name its trace: where none does, the log alone shows whether the caller's is continued.
    control: 'the caller’s trace is continued, told in the log alone',
    file: 'middleware/traced.ts',
    line: "readTraceparent(ctx.get('traceparent'))",
    without: "readTraceparent('')",
    check: 'traces-propagated',
    behind: { file: 'middleware/traced.ts', line: "    ctx.set('traceparent', writeTraceparent(trace));\n", without: '' },
  },
];
