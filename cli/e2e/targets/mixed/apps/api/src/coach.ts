// Asks the language model.
import OpenAI from 'openai';
import { environment } from './environment.ts';

const openai = new OpenAI({ apiKey: environment.OPENAI_API_KEY, timeout: 30_000, maxRetries: 2 });

/** One paragraph about a week, for the user. */
export async function describeWeek(week: unknown): Promise<string> {
  const answer = await openai.chat.completions.create({
    model: environment.OPENAI_MODEL,
    max_tokens: 300,
    messages: [{ role: 'user', content: `Describe this training week: ${JSON.stringify(week)}` }],
  });
  return answer.choices[0]?.message.content ?? '';
}
