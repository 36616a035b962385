// The Supabase-compatible endpoint: `/rest/v1` and `/auth/v1` over one database.
// For development and tests on this machine: it listens on the loopback address only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { authOver } from './auth/auth.ts';
import { AuthError } from './auth/auth-error.ts';
import { callersOf, type ProjectKeys } from './callers.ts';
import type { Database } from './database.ts';
import { bodyOf, sendJson } from './http.ts';
import { preferences, type RestResult } from './rest/request.ts';
import { restOver } from './rest/rest.ts';
import { RestError } from './rest/rest-error.ts';

const SINGLE = 'application/vnd.pgrst.object+json';
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Listens on a port of the loopback address (0 takes a free one) and gives the server once it does. */
export async function listenLocally(
  database: Database,
  keys: ProjectKeys,
  { port, report }: { readonly port: number; readonly report: (error: unknown) => void },
): Promise<Server> {
  const handle = handlerOver(database, keys);
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 1_000 },
    (request, response) => {
      handle(request, response).catch((error: unknown) => sendError(response, error, report));
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

function handlerOver(database: Database, keys: ProjectKeys): Handler {
  const rest = restOver(database);
  const { signingKey } = keys;
  const auth = signingKey === undefined ? undefined : authOver(database, { ...keys, signingKey });
  const callerOf = callersOf(keys);
  return async (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://localhost');
    if (url?.pathname === '/auth/v1/.well-known/jwks.json') return sendJson(response, 200, keys.keySet);
    const authPath = /^\/auth\/v1(\/\w+)$/.exec(url?.pathname ?? '')?.[1];
    if (auth !== undefined && url !== null && authPath !== undefined) {
      const grant = url.searchParams.get('grant_type');
      const route = `${request.method} ${authPath}${grant === null ? '' : `?grant_type=${grant}`}`;
      const { status, body = '' } = await auth({ route, body: await bodyOf(request), caller: await callerOf(request.headers) });
      return sendJson(response, status, body);
    }
    // A name that is percent-encoded is none of ours.
    const path = /^\/rest\/v1\/((?:rpc\/)?[^/]+)$/.exec(url?.pathname ?? '')?.[1];
    if (url === null || path === undefined) throw new RestError(404, 'PGRST125', 'Invalid path specified in request URL');
    const single = String(request.headers.accept ?? '').includes(SINGLE);
    const result = await rest(
      {
        method: request.method ?? 'GET',
        path,
        url: url.searchParams,
        body: await bodyOf(request),
        prefers: preferences(request.headers),
        single,
      },
      await callerOf(request.headers),
    );
    sendResult(response, result, single);
  };
}

function sendError(response: ServerResponse, error: unknown, report: (error: unknown) => void): void {
  if (error instanceof AuthError) {
    return sendJson(response, error.status, { code: error.status, error_code: error.errorCode, msg: error.message });
  }
  if (!(error instanceof RestError)) report(error);
  const told = error instanceof RestError ? error : new RestError(500, 'XX000', 'The request could not be answered');
  const { status, code, message, details, hint } = told;
  sendJson(response, status, { code, details, hint, message });
}

function sendResult(response: ServerResponse, { status, body = '', rows, offset, total }: RestResult, single: boolean): void {
  const range = `${rows === 0 ? '*' : `${offset}-${offset + rows - 1}`}/${total ?? '*'}`;
  // One row of a list stands between its brackets.
  sendJson(response, status, single && body.startsWith('[') ? body.slice(1, -1) : body, { 'Content-Range': range });
}
