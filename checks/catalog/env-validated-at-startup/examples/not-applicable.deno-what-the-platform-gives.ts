// file: supabase/functions/plans/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (request) => {
  const db = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? '');
  const { data } = await db.from('plans').select('id').eq('owner', new URL(request.url).searchParams.get('owner')).limit(20);
  return Response.json(data);
});
