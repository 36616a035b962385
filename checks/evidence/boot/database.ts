// Takes the service's database away and reads its health: cut while it runs where the database is there, else dead from the start.
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseDrill, DrillOutcome, HealthReading } from '../../model.ts';
import { type Ask, ask, placeOf } from './ask.ts';
import { type Gate, openGate } from './gate.ts';
import { isTaken } from './readiness.ts';
import { type Circumstances, type Session, withService } from './session.ts';

export interface DatabaseRequest {
  readonly variable: string;
  /** What the service is given there now, where that is known. */
  readonly url: string | undefined;
  /** Set beside it for this drill. */
  readonly besides: Readonly<Record<string, string>>;
  /** Paths that may tell the health, readiness first. */
  readonly health: readonly string[];
  /** How long health may take to notice, and to recover. */
  readonly noticeMs?: number;
}
type Found = DrillOutcome<DatabaseDrill>;

const pauseMs = 250;
const bodyCap = 2_048;
const defaultPorts: Readonly<Record<string, number>> = {
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  redis: 6379,
  mongodb: 27017,
  http: 80,
};

export async function drillDatabase(request: DatabaseRequest, where: Circumstances): Promise<Found> {
  if (/^(?:sqlite|file)[+\w]*:/i.test(request.url ?? '')) {
    return { missing: `${request.variable} names a file, which cannot go away while the service runs`, doesNotApply: true };
  }
  const there = await databaseBehind(request.url);
  if (there !== undefined) {
    const cut = await cutWhileRunning(request, where, there);
    if ('found' in cut) return cut;
  }
  return deadFromTheStart(request, where);
}

async function cutWhileRunning(request: DatabaseRequest, where: Circumstances, there: { host: string; port: number }): Promise<Found> {
  const { variable, noticeMs = 8_000 } = request;
  const gate = await openGate(there);
  try {
    return await withService(
      { ...request.besides, [variable]: throughGate(request.url, gate) },
      where,
      async (session): Promise<DatabaseDrill> => {
        const whileWell = await readings(session, request);
        gate.shut();
        const whileDead = await until(session, request, noticeMs, isNoticed);
        const attempts = gate.refused();
        gate.open();
        const noticed = whileDead.filter(({ status }) => status === 503).map(({ request: { url: at } }) => at);
        const isBack = (all: readonly HealthReading[]) => all.every((each) => each.status !== 503 || !noticed.includes(each.request.url));
        const afterwards = await until(session, request, noticeMs, isBack);
        return { variable, how: 'cut', attempts, whileWell, whileDead, afterwards };
      },
    );
  } finally {
    await gate.close();
  }
}

async function deadFromTheStart(request: DatabaseRequest, where: Circumstances): Promise<Found> {
  const { variable, noticeMs = 8_000 } = request;
  const well = await withService({}, where, (session) => readings(session, request));
  const gate = await openGate();
  try {
    const drilled = await withService(
      { ...request.besides, [variable]: throughGate(request.url, gate) },
      where,
      async (session): Promise<DatabaseDrill> => {
        const whileDead = await until(session, request, noticeMs, isNoticed);
        return { variable, how: 'dead', attempts: gate.refused(), whileWell: 'found' in well ? well.found : [], whileDead };
      },
    );
    if ('found' in drilled) return drilled;
    return { missing: `with ${variable} pointing to a dead database, ${drilled.missing}, so its health could not be read` };
  } finally {
    await gate.close();
  }
}

const isNoticed = (all: readonly HealthReading[]): boolean => all.some(({ status }) => status === 503);

async function until(session: Session, request: DatabaseRequest, limitMs: number, done: (all: readonly HealthReading[]) => boolean) {
  const end = performance.now() + limitMs;
  let last = await readings(session, request);
  while (!done(last) && performance.now() < end) {
    await sleep(pauseMs);
    last = await readings(session, request);
  }
  return last;
}

/** What each health route says; those that are no route, or want a token, are left out. */
async function readings({ url, service }: Session, { health }: DatabaseRequest): Promise<readonly HealthReading[]> {
  const read = await Promise.all(
    health.map(async (path): Promise<readonly HealthReading[]> => {
      const asked: Ask = { method: 'GET', path, headers: { accept: 'application/json' }, timeoutMs: 10_000 };
      const reply = await ask(url, asked);
      if (reply === undefined || [401, 403, 404, 405, 429].includes(reply.status)) return [];
      return [{ request: placeOf(url, asked, new Map()), status: reply.status, body: service.log.clean(reply.body).slice(0, bodyCap) }];
    }),
  );
  return read.flat();
}

const address = /^([a-z][a-z0-9+.-]*):\/\/((?:[^@/?#]*@)?)([^/?#]+)(.*)$/is;

/** Where it listens, if anybody does. */
export async function databaseBehind(url: string | undefined): Promise<{ host: string; port: number } | undefined> {
  const [, scheme = '', , host = ''] = address.exec(url ?? '') ?? [];
  const [, name = '', port] = /^(\[[^\]]+\]|[^:,]+)(?::(\d+))?$/.exec(host) ?? [];
  const at = { host: name.replace(/^\[|\]$/g, ''), port: Number(port ?? defaultPorts[scheme.toLowerCase().split('+')[0] ?? '']) };
  return at.host !== '' && at.port > 0 && (await isTaken(at.host, at.port)) ? at : undefined;
}

/** The same URL with our door in place of the host; a made-up one where none is known. */
export function throughGate(url: string | undefined, { port }: Gate): string {
  const [, scheme, user, , rest] = address.exec(url ?? '') ?? [];
  return scheme === undefined ? `postgresql://nobody:nothing@127.0.0.1:${port}/none` : `${scheme}://${user}127.0.0.1:${port}${rest}`;
}
