// A thread that drives its share of a run: every so-many-th arrival of the one schedule.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { inlineScenario } from '../../scenario/read.ts';
import { scenarioSchema } from '../../scenario/schema.ts';
import type { Kept, RenewElsewhere } from '../../scenario/shared.ts';
import { drive } from '../drive.ts';
import { recorderText } from './handover.ts';
import type { FromThread, ToThread } from './told.ts';

const placeSchema = z.object({ folder: z.string(), environment: z.record(z.string(), z.string().optional()) });
const rows = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));
const sharedSchema = z.object({
  run: z.string(),
  feeds: z.map(z.string(), z.object({ rows, given: z.number() })),
  users: z.array(z.map(z.string(), z.unknown())),
});
const taskSchema = z.object({
  source: z.object({ scenario: scenarioSchema, place: placeSchema }),
  shared: sharedSchema,
  index: z.number(),
  of: z.number(),
  tellsAll: z.boolean(),
});
const tell = (what: FromThread) => parentPort?.postMessage(what);

const { source, shared, tellsAll, ...share } = taskSchema.parse(workerData);
const stopping = new AbortController();
const start = Promise.withResolvers<bigint>();
const renewals = new Map<number, (kept: Kept | undefined) => void>();
const renewElsewhere: RenewElsewhere = (user, stale) =>
  new Promise((resolve) => {
    const id = renewals.size;
    renewals.set(id, resolve);
    tell({ kind: 'renew', id, user, stale });
  });
parentPort?.on('message', (told: ToThread) => {
  if (told === 'stop') stopping.abort();
  else if ('renewed' in told) renewals.get(told.renewed)?.(told.kept);
  else start.resolve(told.startNs);
});
const ready = await inlineScenario(source.scenario, { ...source.place, shared, renewElsewhere });
if ('problem' in ready) tell({ kind: 'problem', problem: ready.problem });
else {
  const { plan } = ready;
  tell({ kind: 'ready' });
  const startNs = await start.promise;
  const connections = Math.ceil(plan.connections / share.of);
  const driven = await drive(
    { ...plan, connections },
    {
      share: { ...share, startNs },
      signal: stopping.signal,
      onSecond: (second, recorder) => tell({ kind: 'second', second, ...(tellsAll && { recorder: recorderText(recorder) }) }),
    },
  );
  const given = new Map([...(plan.shared?.().feeds ?? [])].map(([name, feed]) => [name, feed.given] as const));
  tell({ kind: 'end', driven: { ...driven, recorder: recorderText(driven.recorder) }, given });
}
parentPort?.close();
