// What a Supabase key says of itself: legacy keys are tokens with a role and a project, new ones carry a prefix.
import { decodeJwt } from 'jose';
import { z } from 'zod';

const keyClaims = z.object({ role: z.string().optional(), ref: z.string().optional() });

/** Accepts a key of the given role, in the legacy or the new form; a swapped or foreign key is refused. */
export function keyOfRole(role: string, prefix: string): (key: string) => boolean {
  return (key) => key.startsWith(prefix) || claimsOf(key)?.role === role;
}

/** The project a legacy key belongs to; undefined for a new key, which does not say. */
export const projectOfKey = (key: string): string | undefined => claimsOf(key)?.ref;

/** The project a hosted Supabase URL belongs to; undefined for a domain of one's own. */
export function projectOfUrl(url: string): string | undefined {
  return /^https:\/\/([a-z0-9]{20})\.supabase\.co\/?$/.exec(url)?.[1];
}

// Our own configuration is read here, nobody's identity: a signature would prove nothing.
function claimsOf(key: string): z.output<typeof keyClaims> | undefined {
  try {
    return keyClaims.parse(decodeJwt(key));
  } catch {
    return undefined;
  }
}
