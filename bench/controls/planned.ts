// Walks a user of a running reference server to where a POST makes something new each time: signed in, asked, and with a plan.
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import { z } from 'zod';

interface Signing {
  readonly keyFile: string;
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
}
export const personalInfo = {
  username: 'bench-user',
  age: 30,
  weight: 70,
  height: 175,
  gender: 'female',
  experience_level: 'beginner',
  goal_description: 'Run ten kilometres without stopping by the end of summer',
};
const asked = z.object({
  data: z.object({ user_profile_id: z.number(), questions: z.array(z.looseObject({ id: z.string() })).min(1) }),
});

/** The POST that adds a week to the user's plan, which is made where there is none. */
export async function planned(url: string, signing: Signing): Promise<{ readonly path: string; readonly body: object }> {
  const token = await tokenOf(signing);
  const post = async (route: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1/trainingplan/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${route} answers ${answer.status}`);
    return answer.json();
  };
  const { data } = asked.parse(await post('initial-questions', { personal_info: personalInfo }));
  const { user_profile_id, questions } = data;
  const initial_responses = Object.fromEntries(questions.slice(0, 1).map(({ id }) => [id, '3']));
  await post('generate', { personal_info: personalInfo, user_profile_id, initial_questions: questions, initial_responses });
  // What the server does not read may be changed by who asks for another body under the same key.
  return { path: '/api/v1/trainingplan/weeks', body: { asked_by: 'bench', user_profile_id } };
}

async function tokenOf({ keyFile, issuer, audience, subject }: Signing): Promise<string> {
  const key = createPrivateKey(await readFile(keyFile, 'utf8'));
  return new SignJWT({ role: 'authenticated' })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);
}
