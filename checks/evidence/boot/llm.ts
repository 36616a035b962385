// Gives the service a model of ours that fails as it is told, and notes how the service takes it.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DrillOutcome, LlmAttempt, LlmDrill, RequestPlace } from '../../model.ts';
import { type Ask, ask, placeOf } from './ask.ts';
import { type ModelEndpoint, openModelEndpoint, type Part } from './model-endpoint.ts';
import { type Circumstances, type Session, withService } from './session.ts';
import { askOf, type Caller, lead, type Step } from './steps.ts';
import { declaredAt, withBody } from './steps-declared.ts';

export interface LlmRequest {
  /** Holds the base URL of the model's API. */
  readonly variable: string;
  readonly besides: Readonly<Record<string, string>>;
  /** Ways to make the service call its model, the likeliest first: of each the last step does it. */
  readonly ways: readonly (readonly Step[])[];
  /** Where the service describes its routes: bodies that fit are taken from there where a way is a single step without one. */
  readonly documentPath?: string;
  /** Somebody to ask as: another one each time where that can be had. */
  readonly caller: () => Promise<Caller>;
  /** How long the model is left alone at most once it is well again. */
  readonly recoveryMs?: number;
}

/** More than the first pause of any sensible backoff. */
const retryAfterSeconds = 1;
const mostOutage = 12;
const outageMs = 60_000;
const failing: Part = { fails: 503 };
const failingForGood: Part = { fails: 500, asksNoRetry: true };

export async function drillLlm(request: LlmRequest, where: Circumstances): Promise<DrillOutcome<LlmDrill>> {
  const endpoint = await openModelEndpoint();
  try {
    const hasKey = (where.launch.env.OPENAI_API_KEY ?? '') !== '';
    // A key that opens nothing: nobody but our own endpoint ever sees it.
    const key = hasKey ? {} : { OPENAI_API_KEY: `sk-${randomBytes(20).toString('hex')}` };
    const besides = { ...key, ...request.besides, [request.variable]: endpoint.url };
    const drilled = await withService(besides, where, (session) => play(request, session, endpoint));
    return 'found' in drilled ? drilled.found : drilled;
  } finally {
    await endpoint.close();
  }
}

interface Stage {
  readonly request: LlmRequest;
  readonly steps: readonly Step[];
  readonly session: Session;
  readonly endpoint: ModelEndpoint;
}

async function play(request: LlmRequest, session: Session, endpoint: ModelEndpoint): Promise<DrillOutcome<LlmDrill>> {
  const declared = request.documentPath === undefined ? [] : await declaredAt(session.url, request.documentPath);
  const ways = request.ways.map((way) => withBody(way, declared));
  const reasons: string[] = [];
  for (const steps of ways) {
    const stage = { request, steps, session, endpoint };
    const well = await attempt(stage, [], 'answers');
    if ('failed' in well) reasons.push(well.failed);
    else if (well.calls.length > 0) return { found: await drilled(stage, well.place) };
    else reasons.push(`${shownPlace(well.place)} (${well.status ?? 'no answer'}) did not call the model that ${request.variable} names`);
  }
  return { missing: reasons[0] ?? 'no request that makes it call its model is known' };
}

const shownPlace = ({ method, url }: RequestPlace): string => `${method} ${new URL(url).pathname}`;

async function drilled(stage: Stage, place: RequestPlace): Promise<LlmDrill> {
  const retried: LlmAttempt[] = [];
  // Twice: whether a pause is always the same cannot be told from one pair.
  for (let tries = 0; tries < 2; tries += 1) retried.push(...attempts(await attempt(stage, [failing, failing], 'answers')));
  const waited = attempts(await attempt(stage, [{ fails: 429, retryAfterSeconds }], 'answers'));
  const toldToWait = waited[0] === undefined ? {} : { toldToWait: { ...waited[0], retryAfterMs: retryAfterSeconds * 1_000 } };
  const outage = await outageOf(stage);
  const broke = outage.at(-1)?.calls.length === 0;
  const recovery = broke ? { recovery: await recoveryOf(stage) } : {};
  return { variable: stage.request.variable, request: place, retried, ...toldToWait, outage, ...recovery };
}

/** Requests until two in a row left the model alone, or there were enough. */
async function outageOf(stage: Stage): Promise<readonly LlmAttempt[]> {
  const until = performance.now() + outageMs;
  const outage: LlmAttempt[] = [];
  const alone = (): boolean => outage.length >= 2 && outage.slice(-2).every(({ calls }) => calls.length === 0);
  while (outage.length < mostOutage && !alone() && (outage.length < 5 || performance.now() < until)) {
    const [next] = attempts(await attempt(stage, [], failingForGood));
    // Its own limit keeps it from asking: that is no breaker.
    if (next === undefined || next.status === 429) break;
    outage.push(next);
  }
  return outage;
}

async function recoveryOf(stage: Stage): Promise<NonNullable<LlmDrill['recovery']>> {
  const { recoveryMs = 35_000 } = stage.request;
  const begun = performance.now();
  const waitedMs = (): number => Math.round(performance.now() - begun);
  for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 1.6, 5_000)) {
    const [next] = attempts(await attempt(stage, [], 'answers'));
    if (next?.calls.some(({ answered }) => answered === 200) === true) return { waitedMs: waitedMs(), recovered: true };
    if (waitedMs() > recoveryMs) return { waitedMs: waitedMs(), recovered: false };
    await sleep(pauseMs);
  }
}

type Attempted = (LlmAttempt & { readonly place: RequestPlace }) | { readonly failed: string };

const attempts = (attempted: Attempted): readonly LlmAttempt[] => {
  if ('failed' in attempted) return [];
  const { place: _, ...rest } = attempted;
  return [rest];
};

/** One way through the steps; only in an outage do those before the last see it too. */
async function attempt({ request, steps, session: { url }, endpoint }: Stage, parts: readonly Part[], rest: Part): Promise<Attempted> {
  const caller = await request.caller();
  endpoint.play([], rest);
  const brought = await lead(url, steps, caller);
  if ('failed' in brought) return { failed: `${brought.failed}, so the model was not called` };
  const last = steps.at(-1);
  if (last === undefined) return { failed: 'no request that makes it call its model is known' };
  endpoint.play(parts, rest);
  const asked = askOf(last, caller, brought instanceof Map ? brought : new Map());
  const place = placeOf(url, shownOf(last, caller), new Map(caller.token === undefined ? [] : [[caller.token, 'TOKEN']]));
  const begun = performance.now();
  const reply = await ask(url, asked);
  const tookMs = Math.round(performance.now() - begun);
  return { place, tookMs, calls: endpoint.calls(), ...(reply === undefined ? {} : { status: reply.status }) };
}

/** As it is written down: what the steps before brought stays a placeholder. */
function shownOf(step: Step, caller: Caller): Ask {
  const { 'idempotency-key': _, ...headers } = askOf(step, caller, new Map()).headers ?? {};
  const { method, path, body } = step;
  return { method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
}
