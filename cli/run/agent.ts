// Whether a coding agent runs this: it reads every word, and pays for each.

// Each is set by one of them, or by all: AI_AGENT is the common one.
const names = ['AI_AGENT', 'CLAUDECODE', 'CLAUDE_CODE', 'CURSOR_AGENT', 'CODEX_SANDBOX', 'GEMINI_CLI', 'OPENCODE'] as const;

/** True where the environment says so; a variable that is empty, 0 or false says nothing. */
export function runByAgent(environment: Readonly<Record<string, string | undefined>>): boolean {
  return names.some((name) => !['', '0', 'false'].includes((environment[name] ?? '').toLowerCase()));
}
