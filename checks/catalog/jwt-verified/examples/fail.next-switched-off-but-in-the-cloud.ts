// file: lib/who.ts
// Whoever switches it off lets everybody in as one; that the hosted one refuses to changes nothing elsewhere.
import { createClient } from '@supabase/supabase-js';

const supabase = createClient(process.env.SUPABASE_URL ?? '', process.env.SUPABASE_ANON_KEY ?? '');

async function signedIn(token: string) {
  const { data } = await supabase.auth.getUser(token);
  return data.user ?? null;
}

export async function whoAsks(token: string) {
  if (process.env.ENABLE_SIGN_IN === 'false') { // <- finding
    if (process.env.HOSTED === 'true') {
      throw new Error('Sign-in stays on here');
    }
    return process.env.EVERYBODY ?? 'everybody';
  }
  const user = await signedIn(token);
  return user?.id;
}
// file: app/api/plans/route.ts
import { whoAsks } from '../../../lib/who.ts';

export async function GET(request: Request) {
  const who = await whoAsks(request.headers.get('authorization') ?? '');
  if (!who) return new Response('Sign in first', { status: 401 });
  return Response.json({ who });
}
