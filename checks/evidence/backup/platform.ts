// What Supabase's Management API says of a project's backups: https://api.supabase.com/api/v1#tag/database
import { z } from 'zod';
import type { Found, PlatformBackups } from '../../model.ts';
import { messageOf } from '../database/session.ts';

export interface PlatformRequest {
  /** Twenty letters, as in `https://<ref>.supabase.co`. */
  readonly ref: string;
  /** A personal access token; it is sent to the API and nowhere else, and stands in no message. */
  readonly token: string;
  /** The API's own address where it is another. */
  readonly api?: string;
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
}
const limitMs = 15_000;

const answerSchema = z.object({
  pitr_enabled: z.boolean(),
  walg_enabled: z.boolean().optional(),
  backups: z.array(z.object({ status: z.string(), inserted_at: z.string(), is_physical_backup: z.boolean().optional() })),
  physical_backup_data: z
    .object({ earliest_physical_backup_date_unix: z.number().nullish(), latest_physical_backup_date_unix: z.number().nullish() })
    .nullish(),
});

/** One GET; `missing` says why nothing is known. */
export async function readPlatform({
  ref,
  token,
  api = 'https://api.supabase.com',
  now,
  signal,
}: PlatformRequest): Promise<Found<PlatformBackups>> {
  const ended = AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal === undefined ? [] : [signal])]);
  try {
    const url = new URL(`/v1/projects/${encodeURIComponent(ref)}/database/backups`, api);
    // Followed, a redirect would carry the token to another host.
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'error',
      signal: ended,
    });
    if (!response.ok) return { missing: refusals[response.status] ?? `the Management API of Supabase answered with ${response.status}` };
    return { found: understood(answerSchema.parse(await response.json()), now) };
  } catch (error) {
    const because = error instanceof z.ZodError ? 'it answered in a form that is not known' : messageOf(error);
    return { missing: `the Management API of Supabase could not be asked: ${because}` };
  }
}

const refusals: Readonly<Record<number, string>> = {
  401: 'the Management API of Supabase does not accept the token',
  403: 'the token may not see the backups of this project at Supabase',
  404: 'Supabase knows no project of this reference for this token',
};

function understood(
  { pitr_enabled: pointInTime, backups, physical_backup_data: physical }: z.infer<typeof answerSchema>,
  now: Date,
): PlatformBackups {
  const dated = backups
    .map(({ status, inserted_at: at }) => ({ status, ageMs: now.getTime() - Date.parse(at) }))
    .filter(({ ageMs }) => !Number.isNaN(ageMs));
  const byAge = dated.toSorted((one, other) => one.ageMs - other.ageMs);
  const completed = byAge.find(({ status }) => status === 'COMPLETED');
  const latest = physical?.latest_physical_backup_date_unix;
  const earliest = physical?.earliest_physical_backup_date_unix;
  const age = (unix: number): number => now.getTime() - unix * 1_000;
  return {
    pointInTime,
    kept: backups.length,
    ...(completed === undefined ? {} : { newestAgeMs: completed.ageMs }),
    ...(byAge[0] === undefined ? {} : { newestStatus: byAge[0].status }),
    ...(latest === undefined || latest === null ? {} : { recoverableToAgeMs: age(latest) }),
    ...(earliest === undefined || earliest === null ? {} : { recoverableFromAgeMs: age(earliest) }),
  };
}
