// A client of the API as the mobile app would use it: typed by the OpenAPI document, signed in, patient, and never the cause of doing a thing twice.
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api.generated.ts';

export interface Session {
  /** The access token there is. */
  accessToken(): string;
  /** Gets a new one; the API said that the one it was sent is none any more. */
  refresh(): Promise<void>;
}
export interface ClientOptions {
  readonly baseUrl: string;
  readonly session: Session;
  /** Repeats of a call that failed for a passing reason. */
  readonly repeats?: number;
}
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

export function trainingPlanClient({ baseUrl, session, repeats = 3 }: ClientOptions): Client<paths> {
  const client = createClient<paths>({ baseUrl, fetch: (request) => patiently(request, session, repeats) });
  client.use(idempotencyKey);
  return client;
}

/** Every POST has a key of its own, which its repeats keep. */
const idempotencyKey: Middleware = {
  onRequest: ({ request }) => {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', crypto.randomUUID());
    return request;
  },
};

/** Sends until there is an answer worth giving: after a fault of a moment again, after 401 once more with a new token. */
async function patiently(request: Request, session: Session, repeats: number): Promise<Response> {
  let refreshed = false;
  for (let left = repeats; ; left -= 1) {
    const answer = await sent(request, session).catch((error: unknown) => (left > 0 ? undefined : Promise.reject(error)));
    if (answer?.status === 401 && !refreshed) {
      refreshed = true;
      await session.refresh();
      continue;
    }
    if (answer !== undefined && (left <= 0 || ![429, 502, 503, 504].includes(answer.status))) return answer;
    await pause(answer, repeats - left);
  }
}

function sent(request: Request, session: Session): Promise<Response> {
  const again = request.clone();
  again.headers.set('Authorization', `Bearer ${session.accessToken()}`);
  return fetch(again);
}

/** As long as the server asks for, else twice as long each time and spread by chance. */
async function pause(answer: Response | undefined, repeat: number): Promise<void> {
  const told = Number(answer?.headers.get('Retry-After')) * 1_000;
  const most = FIRST_PAUSE_MS * 2 ** repeat;
  const waitMs = Number.isFinite(told) && told > 0 ? told : most / 2 + (Math.random() * most) / 2;
  await new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, waitMs)));
}
