// Excerpts in reports show source, and no secret of it. Secrets are put together here, so that none stands in this file.
import { expect, test } from 'vitest';
import { type MaskWith, maskOf } from './mask-source.ts';

const word = ['hun', 'ter', '2'].join('');
const supabase = ['sb', 'secret', 'A1b2C3d4E5f6G7h8J9k0'].join('_');
const dashes = '-----';
const masked = (text: string, options: Partial<MaskWith> = {}) => {
  const lines = text.split('\n');
  const mask = maskOf(lines, { path: 'main.py', secrets: new Map(), secretLines: new Set(), ...options });
  return lines.map((_, at) => mask(at)).join('\n');
};

test.each([
  `JWT_SECRET = "${word}"`,
  `jwt_secret: str = '${word}'`,
  `const password = '${word}';`,
  `{ "password": "${word}" }`,
  `os.getenv("JWT_SECRET", "${word}")`,
  `const secret = process.env.JWT_SECRET || '${word}';`,
  `JWT_SECRET: z.string().default('${word}'),`,
  `jwt.decode(token, "${word}", algorithms=["HS256"])`,
  `jwt.verify(\n  token,\n  "${word}",\n)`,
  `jwtSecret:\n    env.JWT_SECRET ||\n    '${word}',`,
  `createHmac('sha256', '${word}')`,
  `headers = {"Authorization": "Bearer ${word}abc"}`,
  `headers: { 'X-Api-Key': '${word}' }`,
  `const refreshToken = '${word}';`,
  `db_pwd: str = "${word}"`,
  `new OpenAI({ apiKey: '${word}' })`,
  `jwt.decode(token, key="${word}", algorithms=["HS256"])`,
  `jwt.sign(claims, { key: '${word}' })`,
  `url = "amqp://user:${word}@queue.internal/x"`,
  `passphrase = "${word} battery staple"`,
  `client = create_client(url, "${supabase}")`,
  `x = "${supabase}"`,
  `KEY = """${dashes}BEGIN PRIVATE KEY${dashes}\n${word}\n${dashes}END PRIVATE KEY${dashes}"""`,
])('%s', (source) => {
  const shown = masked(source);
  expect(shown).toContain('[secret]');
  expect(shown).not.toContain(word);
  expect(shown).not.toContain(supabase);
  expect(shown.split('\n')).toHaveLength(source.split('\n').length);
});

test('values of the environment and literals on lines with a secret are gone, whatever they look like', () => {
  expect(masked(`x = f("${word}")`)).toContain(word);
  expect(masked(`x = f("${word}")`, { secrets: new Map([['API_KEY', word]]) })).toBe('x = f("[API_KEY]")');
  expect(masked(`x = f("${word}")`, { secretLines: new Set([1]) })).toBe('x = f("[secret]")');
});

test('settings files lose the values of secrets, quoted or not', () => {
  expect(masked(`db:\n  password: ${word}\n  port: 5432`, { path: 'deploy/app.yaml' })).toBe('db:\n  password: [secret]\n  port: 5432');
});

test.each([
  'app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)',
  'payload = jwt.decode(token, options={"verify_signature": False})',
  'key = os.environ["SUPABASE_SERVICE_ROLE_KEY"]',
  'algorithms: ["HS256"]',
  'token = header.split("Bearer ")[1]',
  'headers = {"Authorization": f"Bearer {settings.OPENAI_API_KEY}"}',
  'user_id = claims(token)["user_id"]',
  "apiKey: env.OPENAI_API_KEY || '',\n  model: env.OPENAI_MODEL || 'gpt-4',",
  'text = body.decode("utf-8", errors="replace")',
  'raise ValueError("JWT_SECRET is not set")',
  'logger.info("user %s signed in", user_id)',
  "app.use(cors({ origin: 'https://app.example.com' }))",
])('what is no secret stays: %s', (source) => {
  expect(masked(source)).toBe(source);
});
