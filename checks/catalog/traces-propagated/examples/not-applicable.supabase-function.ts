// file: supabase/functions/plan/index.ts
Deno.serve(() => Response.json({ trace: 'none' }));
