// Which service files are parsed for the judges: those with a word of a check, or of the frame of any service.

/** What every service is read for: its frame. */
const frame = [
  'express',
  'koa',
  'fastify',
  'hono',
  'nestjs',
  'router',
  'fastapi',
  'starlette',
  'flask',
  'django',
  'rest_framework',
  'createServer',
  'process.env',
  'environ',
  'getenv',
  'BaseSettings',
  // What leaves a service may come from any file: answers and errors.
  'throw',
  'raise ',
  'ctx',
  'body',
  'response',
  'reply',
  'res.',
  '.json(',
];

export function wordPattern(mentions: readonly string[]): RegExp {
  const words = [...new Set([...frame, ...mentions])].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(words.join('|'), 'i');
}
