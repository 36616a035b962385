// Whose data a store call is about, and for how long somebody waits for it.
import { type Athlete, readAthlete, withLessons } from '../coach/athlete.ts';
import { type RequestContext, tokenOf, userOf } from '../middleware/state.ts';
import { notFound } from '../problem.ts';
import type { Services } from '../services.ts';
import type { Owned, Profile } from '../store/store.ts';

export function owned(ctx: RequestContext, signal = ctx.state.patience.signal): Owned {
  return { userId: userOf(ctx).id, accessToken: tokenOf(ctx), signal };
}

/** The user's own profile of that id; another's is not there for them. */
export async function ownProfile(ctx: RequestContext, services: Services, profileId: number): Promise<Profile> {
  const profile = await services.store.profile(profileId, owned(ctx));
  if (profile === undefined) throw notFound();
  return profile;
}

/** The user's profile as the coach sees it: what they answered, and what was learned since. */
export async function athleteOf(ctx: RequestContext, services: Services, { personalInfo, answers }: Profile): Promise<Athlete> {
  return withLessons(readAthlete(personalInfo, answers), await services.store.playbook(owned(ctx)));
}
