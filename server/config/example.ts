// What `.env.example` says: every variable of the schema with its meaning and default.
import { z } from 'zod';
import { variables } from './schema.ts';

const described = z.object({ description: z.string(), default: z.unknown().optional() });

/** The text of `.env.example`: every variable with what it is for; optional ones commented out with their default. */
export function exampleText(): string {
  const schema = z.toJSONSchema(variables, { io: 'input', unrepresentable: 'any' });
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, default: fallback } = described.parse(property);
    return required.has(name) ? `# ${description} Required.\n${name}=\n` : `# ${description}\n# ${name}=${String(fallback ?? '')}\n`;
  });
  return `# Written from config/schema.ts by \`npm run example -w server\`.\n\n${entries.join('\n')}`;
}
