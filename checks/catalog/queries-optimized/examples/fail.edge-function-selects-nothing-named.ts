// file: supabase/functions/plans/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

Deno.serve(async (request) => {
  const db = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_ANON_KEY') ?? '');
  const owner = new URL(request.url).searchParams.get('owner');
  const { data } = await db.from('plans').select().eq('owner', owner).limit(20); // <- finding
  return Response.json(data);
});
