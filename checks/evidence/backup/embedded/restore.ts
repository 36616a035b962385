// Restores a plain dump without any server: into an embedded Postgres in a thread of its own, whose limits go with what it found.
import { z } from 'zod';
import { oneAnswer } from '../../migrations/one-answer.ts';
import type { Kind } from '../format.ts';
import { needsOf } from '../needs.ts';
import type { Read } from '../plain-text.ts';
import type { BackupRequest } from '../request.ts';
import type { RestoreAnswer, RestoreTask } from './protocol.ts';

const limitMs = 15 * 60_000;
const own = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
const answerSchema = z.custom<RestoreAnswer>((value) => typeof value === 'object' && value !== null && 'kind' in value);

/** `plain` is what was read of the dump before. */
export async function restoreEmbedded(request: BackupRequest, kind: Kind, plain: Read): Promise<RestoreAnswer> {
  const { path, expectedRows, expectedExtensions, restoreLimitMs, invariants, sets, signal } = request;
  const task: RestoreTask = {
    path,
    kind,
    needs: needsOf(plain.schema),
    fromMajor: plain.fromMajor,
    asked: {
      sets,
      ...(expectedRows === undefined ? {} : { expectedRows }),
      ...(expectedExtensions === undefined ? {} : { expectedExtensions }),
      ...(restoreLimitMs === undefined ? {} : { restoreLimitMs }),
      ...(invariants === undefined ? {} : { invariants }),
    },
  };
  return oneAnswer<RestoreAnswer>({
    worker: new URL(own, import.meta.url),
    task,
    limitMs,
    signal,
    parse: (message) => answerSchema.parse(message),
    instead: (why) => ({
      kind: 'beyond',
      because: typeof why === 'object' ? `the embedded PostgreSQL broke down: ${why.broke}` : silences[why],
    }),
  });
}
const silences = {
  late: `the embedded PostgreSQL took longer than ${limitMs / 60_000} min`,
  interrupted: 'interrupted',
  ended: 'the embedded PostgreSQL ended early',
};
