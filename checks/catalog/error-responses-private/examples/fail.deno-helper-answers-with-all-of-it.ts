// file: supabase/functions/_shared/answers.ts
export function answerTo(error: unknown): Response {
  return new Response(JSON.stringify({ error, at: Date.now() }), { status: 500 });
}
// file: supabase/functions/plans/index.ts
import { answerTo } from '../_shared/answers.ts';

Deno.serve(async (request: Request) => {
  try {
    return Response.json(await request.json());
  } catch (error) {
    return answerTo(error); // <- finding
  }
});
