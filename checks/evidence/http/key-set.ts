// The target's key set, read where the operator says; and a key set of our own, for tokens that point at a stranger's.
import { createServer } from 'node:http';
import { request } from 'undici';
import type { Settings } from './options.ts';
import type { Sender } from './send.ts';

/** Reads a JWKS by one GET; undefined where there is none to be had. */
export async function readKeySet(url: string, settings: Settings, sender: Sender): Promise<unknown> {
  const result = await sender.spend(async (): Promise<unknown> => {
    try {
      const answer = await request(url, {
        headers: { 'user-agent': settings.userAgent, accept: 'application/json' },
        signal: AbortSignal.timeout(settings.timeoutMs),
      });
      const chunks: Buffer[] = [];
      for await (const chunk of answer.body) {
        if (Buffer.isBuffer(chunk)) chunks.push(chunk);
        if (chunks.reduce((sum, each) => sum + each.length, 0) > settings.bodyCapBytes) return undefined;
      }
      return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch {
      return undefined;
    }
  });
  return 'done' in result ? result.done : undefined;
}

export interface OwnKeys {
  readonly url: string;
  serve(keys: unknown): void;
  close(): void;
}

/** Serves keys on this machine, to see whether a target fetches and trusts them. */
export async function serveOwnKeys(): Promise<OwnKeys> {
  let keys: unknown = { keys: [] };
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(keys));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/jwks.json`,
    serve: (given) => {
      keys = given;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
