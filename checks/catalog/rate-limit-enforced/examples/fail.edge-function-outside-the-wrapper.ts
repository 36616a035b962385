// file: supabase/functions/_shared/limit.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const db = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '');

export function counted(handler: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const { data } = await db.rpc('count_call', { token: request.headers.get('Authorization') });
    if (data > 60) return new Response('too many', { status: 429 });
    return await handler(request);
  };
}
// file: supabase/functions/plans/index.ts
import { counted } from '../_shared/limit.ts';

Deno.serve(counted(async () => Response.json([])));
// file: supabase/functions/meals/index.ts
Deno.serve(async () => Response.json([])); // <- finding
