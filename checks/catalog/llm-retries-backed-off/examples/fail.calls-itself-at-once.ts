// file: supabase/functions/ask/index.ts
async function ask(messages: unknown, tries = 3): Promise<unknown> {
  const answer = await fetch('https://api.anthropic.com/v1/messages', { // <- finding
    method: 'POST',
    headers: { 'x-api-key': Deno.env.get('ANTHROPIC_API_KEY') ?? '', 'anthropic-version': '2023-06-01' },
    body: JSON.stringify({ model: 'claude-sonnet-4-5', max_tokens: 400, messages }),
  });
  if (answer.status === 529 && tries > 1) return ask(messages, tries - 1);
  return answer.json();
}

Deno.serve(async (request) => Response.json(await ask((await request.json()).messages)));
