// Writes a Koa backend of fifty files: what a small team has before its first release.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const things = 'plan exercise meal profile goal coach session week badge streak photo message device invoice note workout'.split(' ');

/** Fifty files of TypeScript, some 1 400 lines, and a package.json. */
export function writeSmallBackend(folder: string): void {
  const files = new Map<string, string>([
    [
      'package.json',
      '{"name":"small","type":"module","scripts":{"start":"node src/index.ts"},"dependencies":{"koa":"3.3.0","@koa/router":"15.0.0","@koa/cors":"5.0.0","jsonwebtoken":"9.0.3","pg":"8.16.0","pino":"10.0.0"}}',
    ],
    ['src/index.ts', index()],
    ['src/config.ts', config],
    ...things.flatMap((thing): [string, string][] => [
      [`src/routes/${thing}.ts`, routes(thing)],
      [`src/services/${thing}.ts`, service(thing)],
      [`src/repositories/${thing}.ts`, repository(thing)],
    ]),
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const index = (): string => `import cors from '@koa/cors';
import Koa from 'koa';
import jwt from 'jsonwebtoken';
import { pino } from 'pino';
import { config } from './config.ts';
${things.map((thing) => `import { ${thing}Router } from './routes/${thing}.ts';`).join('\n')}

const log = pino({ level: config.logLevel });
const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    log.error({ error }, 'request failed');
    ctx.status = 500;
    ctx.body = { error: 'internal' };
  }
});
app.use(cors({ origin: config.origin }));
app.use(async (ctx, next) => {
  const token = ctx.get('authorization').replace('Bearer ', '');
  ctx.state.user = jwt.verify(token, config.jwtSecret, { algorithms: ['HS256'], audience: 'app' });
  await next();
});
${things.map((thing) => `app.use(${thing}Router.routes());`).join('\n')}
app.listen(config.port);
`;

const config = `const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(\`\${name} is not set\`);
  return value;
};

export const config = {
  port: Number(process.env.PORT ?? 3000),
  origin: required('ALLOWED_ORIGIN'),
  jwtSecret: required('JWT_SECRET'),
  databaseUrl: required('DATABASE_URL'),
  logLevel: process.env.LOG_LEVEL ?? 'info',
};
`;

const routes = (thing: string): string => `import Router from '@koa/router';
import { ${['list', 'get', 'create', 'change', 'remove'].map((verb) => `${verb}${name(thing)}`).join(', ')} } from '../services/${thing}.ts';

export const ${thing}Router = new Router({ prefix: '/api/v1/${thing}s' });

${thing}Router.get('/', async (ctx) => {
  ctx.body = await list${name(thing)}(ctx.state.user.sub, Number(ctx.query.page ?? 0));
});
${thing}Router.get('/:id', async (ctx) => {
  const found = await get${name(thing)}(ctx.state.user.sub, ctx.params.id);
  if (found === undefined) ctx.throw(404);
  ctx.body = found;
});
${thing}Router.post('/', async (ctx) => {
  ctx.status = 201;
  ctx.body = await create${name(thing)}(ctx.state.user.sub, ctx.request.body);
});
${thing}Router.patch('/:id', async (ctx) => {
  ctx.body = await change${name(thing)}(ctx.state.user.sub, ctx.params.id, ctx.request.body);
});
${thing}Router.delete('/:id', async (ctx) => {
  await remove${name(thing)}(ctx.state.user.sub, ctx.params.id);
  ctx.status = 204;
});
`;

const service = (thing: string): string => `import * as rows from '../repositories/${thing}.ts';

const pageLength = 50;

export async function list${name(thing)}(userId: string, page: number) {
  const found = await rows.listOf(userId, pageLength, page * pageLength);
  return { items: found.map(shown), page };
}

export async function get${name(thing)}(userId: string, id: string) {
  const found = await rows.find(userId, id);
  return found === undefined ? undefined : shown(found);
}

export async function create${name(thing)}(userId: string, input: { title: string; detail?: string }) {
  if (typeof input.title !== 'string' || input.title.length > 200) throw new Error('title');
  return shown(await rows.insert(userId, input.title, input.detail ?? ''));
}

export async function change${name(thing)}(userId: string, id: string, input: { title?: string }) {
  const before = await rows.find(userId, id);
  if (before === undefined) return undefined;
  return shown(await rows.update(userId, id, input.title ?? before.title));
}

export const remove${name(thing)} = (userId: string, id: string) => rows.remove(userId, id);

const shown = ({ id, title, detail }: rows.Row) => ({ id, title, detail });
`;

const repository = (thing: string): string => `import pg from 'pg';
import { config } from '../config.ts';

const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 10, statement_timeout: 5_000 });

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

export async function listOf(userId: string, limit: number, offset: number): Promise<Row[]> {
  const { rows } = await pool.query('select id, title, detail from ${thing}s where user_id = $1 order by id limit $2 offset $3', [userId, limit, offset]);
  return rows;
}

export async function find(userId: string, id: string): Promise<Row | undefined> {
  const { rows } = await pool.query('select id, title, detail from ${thing}s where user_id = $1 and id = $2', [userId, id]);
  return rows[0];
}

export async function insert(userId: string, title: string, detail: string): Promise<Row> {
  const { rows } = await pool.query('insert into ${thing}s (user_id, title, detail) values ($1, $2, $3) returning *', [userId, title, detail]);
  return rows[0];
}

export async function update(userId: string, id: string, title: string): Promise<Row> {
  const { rows } = await pool.query('update ${thing}s set title = $3 where user_id = $1 and id = $2 returning *', [userId, id, title]);
  return rows[0];
}

export async function remove(userId: string, id: string): Promise<void> {
  await pool.query('delete from ${thing}s where user_id = $1 and id = $2', [userId, id]);
}
`;

const name = (thing: string): string => `${thing.charAt(0).toUpperCase()}${thing.slice(1)}`;
