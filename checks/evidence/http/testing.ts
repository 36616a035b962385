// For tests: a small real server, probed by one check alone, and what its judge says.
import { createServer, type IncomingMessage, type RequestListener, type ServerOptions, type ServerResponse } from 'node:http';
import type { Answer, Check, SourceNames } from '../../model.ts';
import { gatherHttp } from './gather.ts';
import type { HttpConfig, KnownRoute } from './options.ts';

export const testKey = 'only-for-these-tests-'.repeat(3);

export interface Asked {
  readonly config?: HttpConfig;
  readonly known?: readonly KnownRoute[];
  readonly server?: ServerOptions;
  readonly basePath?: string;
  readonly source?: SourceNames;
}

/** Listens on a free port of the loopback address. */
export async function serve(
  listener: RequestListener,
  options: ServerOptions = {},
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer(options, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

/** Sends the probes of the check to a server of its own on the loopback address; throws where it could not be asked. */
export async function askLive(
  check: Check,
  listener: RequestListener,
  { config, known, server, basePath, source }: Asked = {},
): Promise<Answer> {
  const { url, close } = await serve(listener, server);
  try {
    const gathered = await gatherHttp({
      baseUrl: `${url}${basePath ?? ''}`,
      probes: { [check.id]: check.probes ?? {} },
      config: { timeoutMs: 10_000, ratePerSecond: 2_000, patienceMs: 0, ...config },
      ...(known === undefined ? {} : { routes: known }),
      ...(source === undefined ? {} : { source }),
    });
    if ('missing' in gathered) throw new Error(gathered.missing);
    const answer = check.judge.http?.(gathered.found.evidenceFor(check.id));
    if (answer === undefined) throw new Error(`${check.id} has no judge of answers`);
    return answer;
  } finally {
    close();
  }
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** The whole body of a request as text. */
export async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

export const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?')[0] ?? '/';

/** What an answer says, findings and reasons in one text. */
export function told(answer: Answer): string {
  return 'because' in answer ? answer.because : answer.findings.map(({ message }) => message).join('\n');
}
