// The REST half of the endpoint: one request, one transaction, under the role and claims of who asks.
import type { Database, Query } from '../database.ts';
import { callFunction, type KnownFunctions } from './call.ts';
import { readTable } from './read.ts';
import type { RestRequest, RestResult } from './request.ts';
import { fromPostgres, noSuchTable, RestError } from './rest-error.ts';
import { insert, remove, update } from './write.ts';

/** Whose rights a request has. Nothing else ever names a role to the database. */
export interface Caller {
  readonly role: 'anon' | 'authenticated' | 'service_role';
  readonly claims: Readonly<Record<string, unknown>>;
}
export type Rest = (request: RestRequest, caller: Caller) => Promise<RestResult>;

export function restOver(database: Database): Rest {
  const known: KnownFunctions = new Map();
  return async (request, caller) => {
    try {
      return await database.transaction(async (query) => {
        const claims = JSON.stringify(caller.claims);
        await query(`select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)`, [caller.role, claims]);
        const result = await handlerOf(request)(request, query, known);
        // Inside the transaction: what was to be one row and is not, is not done.
        if (request.single && result.rows !== 1) throw notOne(result.rows);
        return result;
      });
    } catch (error) {
      const told = error instanceof RestError ? error : fromPostgres(error, caller.role !== 'anon');
      if (told?.code === '42P01') throw noSuchTable(request.path);
      throw told ?? error;
    }
  };
}

type Handler = (request: RestRequest, query: Query, known: KnownFunctions) => Promise<RestResult>;
const handlers: Readonly<Record<string, Handler>> = { GET: readTable, HEAD: readTable, POST: insert, PATCH: update, DELETE: remove };

function handlerOf({ method, path }: RestRequest): Handler {
  const handler = path.startsWith('rpc/') && /^(?:GET|HEAD|POST)$/.test(method) ? callFunction : handlers[method];
  if (handler === undefined) throw new RestError(405, 'PGRST117', `Unsupported HTTP method: ${method}`);
  return handler;
}

const notOne = (rows: number): RestError =>
  new RestError(406, 'PGRST116', 'Cannot coerce the result to a single JSON object', { details: `The result contains ${rows} rows` });
