// What the code gatherer is told.
import type { Check, CodeEvidence, Gathered } from '../../../checks/model.ts';

/** Words that lead to what a service asks of its environment. */
const environmentWords = ['process.env', 'environ', 'getenv', 'BaseSettings', 'import.meta.env', 'Deno.env', 'decouple'];

export interface CodeRequest {
  readonly root: string | undefined;
  readonly checks: readonly Check[];
}

export async function code({ root, checks }: CodeRequest): Promise<Gathered<CodeEvidence>> {
  if (root === undefined) return { missing: 'no folder was given', notAsked: true };
  const _mentions = [...new Set([...environmentWords, ...checks.flatMap((check) => check.mentions ?? [])])];
  return { missing: 'code is not read yet' };
}
