// file: supabase/functions/plan/index.ts
import { createClient } from 'npm:@supabase/supabase-js@2';

const client = createClient(Deno.env.get('SUPABASE_URL') ?? '', Deno.env.get('SUPABASE_ANON_KEY') ?? '');
Deno.serve(async () => Response.json((await client.from('plans').select('id').limit(1)).data));
