// `launchgate load model`: an OpenAI-compatible endpoint that takes a set time to answer, for load on a service that asks a model.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerTo } from '../../checks/evidence/boot/model-answer.ts';
import { bodyOf } from '../../checks/evidence/boot/model-call.ts';
import type { ExitCode } from '../command.ts';
import { onInterrupt } from '../interrupt.ts';
import type { LoadModelFlags } from '../load-flags.ts';
import { messageOf, Problem } from '../problem.ts';
import { openTerminal } from '../terminal.ts';

/** Answers until it is interrupted; a Problem where the port is taken. */
export async function runLoadModel({ port = 4010, latency = { leastMs: 800, mostMs: 800 }, ...flags }: LoadModelFlags): Promise<ExitCode> {
  const terminal = openTerminal(flags);
  const { leastMs, mostMs } = latency;
  let calls = 0;
  const server = createServer(async (request, response) => {
    const tookMs = leastMs + Math.random() * (mostMs - leastMs);
    const [body] = await Promise.all([bodyOf(request), sleep(tookMs)]);
    calls += 1;
    const { type, text } = answerTo(request.url ?? '', body);
    response.writeHead(200, { 'content-type': type }).end(text);
  });
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, '127.0.0.1', done)).catch((thrown) => {
    throw new Problem(`can't listen on 127.0.0.1:${port}: ${messageOf(thrown)}`);
  });
  const at = server.address();
  const takes = leastMs === mostMs ? `${leastMs} ms` : `${leastMs} to ${mostMs} ms`;
  await terminal.report(`OPENAI_BASE_URL=http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : port}/v1\n`);
  terminal.step(`A model on this machine: every answer takes ${takes} and fits the schema that was asked for. Ctrl-C ends it.`);
  await new Promise<void>((done) => {
    onInterrupt(() => {
      server.closeAllConnections();
      terminal.step(`It was called ${calls} times.`);
      done();
    });
  });
  return 0;
}
