// A thread that drives its share of a run: every so-many-th arrival of the one schedule.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { inlineScenario } from '../../scenario/read.ts';
import { scenarioSchema } from '../../scenario/schema.ts';
import { drive } from '../drive.ts';
import { recorderText } from './handover.ts';
import type { FromThread, ToThread } from './told.ts';

const placeSchema = z.object({ folder: z.string(), environment: z.record(z.string(), z.string().optional()) });
const taskSchema = z.object({
  source: z.object({ scenario: scenarioSchema, place: placeSchema }),
  index: z.number(),
  of: z.number(),
  tellsAll: z.boolean(),
});
const tell = (what: FromThread) => parentPort?.postMessage(what);

const { source, tellsAll, ...share } = taskSchema.parse(workerData);
const stopping = new AbortController();
const start = Promise.withResolvers<bigint>();
parentPort?.on('message', (told: ToThread) => {
  if (told === 'stop') stopping.abort();
  else start.resolve(told.startNs);
});
const ready = await inlineScenario(source.scenario, source.place);
if ('problem' in ready) tell({ kind: 'problem', problem: ready.problem });
else {
  const { plan } = ready;
  const unready = await plan.sessions?.open(stopping.signal);
  if (unready !== undefined) tell({ kind: 'problem', problem: unready });
  else {
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
    tell({ kind: 'end', driven: { ...driven, recorder: recorderText(driven.recorder) } });
  }
}
parentPort?.close();
