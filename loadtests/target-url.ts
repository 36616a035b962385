// The address of a target: shown in plans, reports and progress, so that nothing secret may stand in it.
import { z } from 'zod';

export const targetUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .refine((text) => !holdsPassword(text), 'must hold no user name and password: give them as a header');

/** `https://ada:secret@example.com`. */
export function holdsPassword(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.username !== '' || url.password !== '');
}
