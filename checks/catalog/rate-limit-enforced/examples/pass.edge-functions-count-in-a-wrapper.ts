// file: supabase/functions/_shared/limit.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

export class RateLimitError extends Error {}

const db = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '');

async function count(user: string, name: string): Promise<void> {
  const since = new Date(Date.now() - 60_000).toISOString();
  const { data } = await db.from('calls').select('id').eq('user_id', user).eq('name', name).gte('created_at', since);
  if ((data?.length ?? 0) >= 60) throw new RateLimitError(`more than 60 calls of ${name} in a minute`);
  await db.from('calls').insert({ user_id: user, name });
}

export function counted(name: string, handler: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const token = (request.headers.get('Authorization') ?? '').replace('Bearer ', '');
    const { data } = await db.auth.getUser(token);
    if (!data.user) return new Response('sign in first', { status: 401 });
    try {
      await count(data.user.id, name);
    } catch (error) {
      if (error instanceof RateLimitError) return new Response('too many', { status: statuses.tooMany });
      throw error;
    }
    return await handler(request);
  };
}
const statuses = { tooMany: 429 };
// file: supabase/functions/plans/index.ts
import { counted } from '../_shared/limit.ts';

Deno.serve(counted('plans', async () => Response.json([])));
