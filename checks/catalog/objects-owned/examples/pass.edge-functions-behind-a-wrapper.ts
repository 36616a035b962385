// file: supabase/functions/_shared/handler.ts
import { createClient, type SupabaseClient, type User } from 'npm:@supabase/supabase-js@2';

type Asked = { user: User; db: SupabaseClient; body: Record<string, string> };

export function signedIn(handler: (asked: Asked) => Promise<unknown>, options: { name: string }) {
  return async (request: Request): Promise<Response> => {
    const token = (request.headers.get('Authorization') ?? '').replace('Bearer ', '');
    const db = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '');
    const { data } = await db.auth.getUser(token);
    if (!data.user) return new Response('sign in first', { status: 401 });
    console.log(options.name);
    return Response.json(await handler({ user: data.user, db, body: await request.json() }));
  };
}
// file: supabase/functions/delete-plan/index.ts
import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
import { signedIn } from '../_shared/handler.ts';

async function remove({ user, db, body }) {
  return await db.from('plans').delete().eq('id', body.planId).eq('user_id', user.id).select('id');
}

serve(signedIn(remove, { name: 'delete-plan' }));
