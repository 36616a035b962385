// The fix as it is written in the target's own framework.
import type { Idiom, Idioms } from '../checks/model.ts';
import type { Report } from './report.ts';

const names: Readonly<Record<Idiom, string>> = {
  express: 'Express',
  koa: 'Koa',
  fastify: 'Fastify',
  nest: 'Nest',
  hono: 'Hono',
  node: 'Node',
  fastapi: 'FastAPI',
  flask: 'Flask',
  django: 'Django',
  python: 'Python',
  sql: 'SQL',
  dockerfile: 'a Dockerfile',
  shell: 'the shell',
};
/** What code for each framework may be taken from, the nearest first; a framework that is not here speaks for itself alone. */
const nearest: Readonly<Record<string, readonly Idiom[]>> = {
  express: ['express', 'node'],
  koa: ['koa', 'node'],
  fastify: ['fastify', 'node'],
  nest: ['nest', 'node'],
  hono: ['hono', 'node'],
  elysia: ['node'],
  next: ['node'],
  'node-http': ['node'],
  bun: ['node'],
  deno: ['node'],
  fastapi: ['fastapi', 'python'],
  starlette: ['fastapi', 'python'],
  flask: ['flask', 'python'],
  quart: ['flask', 'python'],
  sanic: ['python'],
  aiohttp: ['python'],
  django: ['django', 'python'],
};
const ofAll: readonly Idiom[] = ['sql', 'dockerfile', 'shell'];

export interface WrittenFix {
  readonly idiom: Idiom;
  /** As a reader says it: `FastAPI`. */
  readonly name: string;
  readonly lines: readonly string[];
}

/** How a fix is written in these frameworks: one piece for each that there is code for, then what is no framework's. */
export function writtenFixes(idioms: Idioms = {}, frameworks: readonly string[]): readonly WrittenFix[] {
  const own = frameworks.flatMap((framework) => nearest[framework]?.find((idiom) => idioms[idiom] !== undefined) ?? []);
  return written(idioms, [...new Set([...own, ...ofAll])]);
}

/** Every way that a fix is written. */
export const allWrittenFixes = (idioms: Idioms = {}): readonly WrittenFix[] =>
  written(
    idioms,
    idiomOrder.filter((idiom) => idioms[idiom] !== undefined),
  );

const idiomOrder: readonly Idiom[] = [
  'fastapi',
  'flask',
  'django',
  'python',
  'express',
  'koa',
  'fastify',
  'nest',
  'hono',
  'node',
  ...ofAll,
];

/** Every framework of the target, once. */
export const frameworksOf = ({ target }: Pick<Report, 'target'>): readonly string[] => [
  ...new Set(target.units.flatMap(({ frameworks }) => frameworks)),
];

const written = (idioms: Idioms, wanted: readonly Idiom[]): readonly WrittenFix[] =>
  wanted.flatMap((idiom) => {
    const code = idioms[idiom];
    return code === undefined ? [] : [{ idiom, name: names[idiom], lines: code.split('\n') }];
  });

/** For a fence in Markdown. */
export const fenceOf = (idiom: Idiom): string =>
  ({ sql: 'sql', dockerfile: 'dockerfile', shell: 'sh', fastapi: 'python', flask: 'python', django: 'python', python: 'python' })[
    String(idiom)
  ] ?? 'js';
