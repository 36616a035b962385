import { expect, test } from 'vitest';
import { maskNamedSecrets } from './mask.ts';
import { lowerPython } from './python.ts';
import { lowerTypeScript } from './typescript.ts';

const facts = (path: string, text: string): string => {
  const lowered = path.endsWith('.py') ? lowerPython(path, text) : lowerTypeScript(path, text);
  if ('unreadable' in lowered) throw new Error(lowered.unreadable);
  return JSON.stringify(maskNamedSecrets(lowered));
};
// Not one of these may be kept, whatever it is bound by.
const word = ['correct', 'horse', 'battery'].join('-');

test.each([
  ['a constant', 'a.ts', `const jwtSecret = '${word}';`],
  ['a field', 'a.ts', `class A { readonly password = '${word}'; }`],
  ['an entry', 'a.ts', `use({ apiKey: '${word}', "client_secret": '${word}' });`],
  ['a default of a variable', 'a.ts', `const key = process.env.JWT_SECRET ?? '${word}';`],
  ['a key handed on', 'a.ts', `jwt.verify(token, '${word}');`],
  ['a parameter', 'a.ts', `function connect(password = '${word}') {}`],
  ['a member written', 'a.ts', `config.secretKey = '${word}';`],
  ['a keyword', 'a.py', `connect(password="${word}")`],
  ['a getenv default', 'a.py', `import os\nkey = os.getenv("SERVICE_KEY", "${word}")`],
  ['a settings field', 'a.py', `class S(BaseSettings):\n    secret_key: str = "${word}"`],
  ['a decode', 'a.py', `jwt.decode(token, "${word}", algorithms=["HS256"])`],
])('%s loses its text', (_name, path, text) => {
  const kept = facts(path, text);
  expect(kept).not.toContain(word);
  expect(kept).toContain('value of a secret name');
});

test('names of things, placeholders and prose stay', () => {
  const kept = facts(
    'a.ts',
    "const apiKeyHeader = 'x-api-key-value'; const secret = 'changeme-please'; const password = 'must be given here'; const tokenUrl = 'https://a.example';",
  );
  for (const text of ['x-api-key-value', 'changeme-please', 'must be given here', 'https://a.example']) expect(kept).toContain(text);
});
