// What the user can put right: one line on stderr, exit 2, never a stack.

/** A message for the user, without a trace; the command line ends with exit code 2. */
export class Problem extends Error {
  override readonly name = 'Problem';
}

/** One line of an error's message, whatever was thrown. */
export function messageOf(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** `ENOENT` and its kind, where the system gave one. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
}
