import { expect, test } from 'vitest';
import { startCommandsOf } from './start-commands.ts';

const commands = (files: Readonly<Record<string, string>>): readonly string[] =>
  startCommandsOf(Object.keys(files), (path) => files[path], '', new Set([''])).map(({ text }) => text);

test('an agent that runs round the server counts where it is put together, and not where somebody asks whether it is there', () => {
  const wrapped = 'wrap=(opentelemetry-instrument --service_name api)';
  const script = `#!/bin/sh\ncommand -v opentelemetry-instrument >/dev/null || exit 1\necho "with ddtrace-run "\n# wrap=(ddtrace-run )\n${wrapped}\n"\${wrap[@]}" serve\n`;
  expect(commands({ 'start.sh': script })).toEqual([wrapped]);
  expect(commands({ Dockerfile: 'RUN pip install x && opentelemetry-instrument --help\nCMD ["newrelic-admin", "run-program"]\n' })).toEqual(
    [],
  );
  expect(commands({ 'start.sh': 'exec newrelic-admin run-program serve\n' })).toEqual(['exec newrelic-admin run-program serve']);
});

test('a command of a compose file that goes on over several lines is one', () => {
  const compose = [
    'services:',
    '  web:',
    '    command: >',
    '      gunicorn',
    '        app.wsgi:application',
    '        --timeout 30',
    '    ports:',
    "      - '8000:8000'",
    '  worker:',
    '    command:',
    '      - uvicorn',
    '      - "worker:app"',
    '  cache:',
    '    command: redis-server --save ""',
    '',
  ].join('\n');
  expect(commands({ 'docker-compose.yml': compose })).toEqual([
    'command: gunicorn app.wsgi:application --timeout 30',
    'command: uvicorn worker:app',
  ]);
});
