// file: supabase/functions/_shared/answers.ts
export class AppError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly details?: unknown,
  ) {
    super(message);
  }
}

export function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => masked(each));
  if (typeof value === 'object' && value !== null) {
    const kept: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) kept[key] = key === 'email' ? '…' : masked(inner);
    return kept;
  }
  return value;
}

export function answerTo(error: unknown): Response {
  console.error(JSON.stringify(masked({ stack: error instanceof Error ? error.stack : undefined, at: Date.now() })));
  if (!(error instanceof AppError)) return new Response(JSON.stringify({ error: 'internal' }), { status: 500 });
  const answer: Record<string, unknown> = { error: error.message };
  if (error.details) answer.details = masked(error.details);
  return new Response(JSON.stringify(answer), { status: error.status });
}
// file: supabase/functions/plans/index.ts
import { answerTo, AppError } from '../_shared/answers.ts';

Deno.serve(async (request: Request) => {
  try {
    const { title } = await request.json();
    if (!title) throw new AppError('a plan needs a title', 400, { field: 'title' });
    return Response.json({ title });
  } catch (error) {
    return answerTo(error);
  }
});
