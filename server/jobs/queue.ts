// The queue in the database: a job is held on lease, so that one whose server died comes back.
import { z } from 'zod';
import { dataOf } from '../store/answers.ts';
import type { Project } from '../store/project.ts';

const LEASE_S = 20;
const job = z.object({ id: z.number(), kind: z.string(), payload: z.unknown(), attempts: z.number(), lease: z.string() });
export type Job = z.output<typeof job>;

export interface JobQueue {
  /** The next job that is due, for this server alone; undefined when there is none. */
  claim(): Promise<Job | undefined>;
  finish(job: Job): Promise<void>;
  /** Tells whether it will be tried again. */
  fail(job: Job): Promise<'waiting' | 'dead' | 'lost'>;
}

export function jobQueue({ forServer }: Pick<Project, 'forServer'>): JobQueue {
  const held = ({ id, lease }: Job) => ({ job_id: id, held_lease: lease });
  return {
    claim: async () => job.nullable().parse(await dataOf(forServer.rpc('claim_job', { lease_seconds: LEASE_S }))) ?? undefined,
    finish: async (done) => {
      await dataOf(forServer.rpc('finish_job', held(done)));
    },
    fail: async (failed) =>
      z
        .enum(['waiting', 'dead'])
        .nullable()
        .parse(await dataOf(forServer.rpc('fail_job', held(failed)))) ?? 'lost',
  };
}
