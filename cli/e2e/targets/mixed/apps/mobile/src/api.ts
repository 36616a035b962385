// Talks to our backend for the screens.
import { jwtDecode } from 'jwt-decode';
import { apiUrl, supabase } from './supabase';

/** The token of the session; the server decides what it is worth. */
async function token(): Promise<string> {
  const { data } = await supabase.auth.getSession();
  const accessToken = data.session?.access_token ?? '';
  const { exp = 0 } = jwtDecode(accessToken);
  if (exp * 1000 < Date.now()) console.log('the token has expired, refreshing');
  return accessToken;
}

export async function get<T>(path: string): Promise<T> {
  const answer = await fetch(`${apiUrl}${path}`, { headers: { Authorization: `Bearer ${await token()}` } });
  console.log('GET', path, answer.status);
  return answer.json();
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(`${apiUrl}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await token()}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(600_000),
  });
  if (!answer.ok) console.warn('POST failed', path, await answer.text());
  return answer.json();
}
