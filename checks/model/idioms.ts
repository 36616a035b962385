// How a fix is written: by the framework of the target, or in what is no framework.

/** A framework, a language whatever the framework, or what stands beside the code. */
export type Idiom =
  | 'express'
  | 'koa'
  | 'fastify'
  | 'nest'
  | 'hono'
  | 'node'
  | 'fastapi'
  | 'flask'
  | 'django'
  | 'python'
  | 'sql'
  | 'dockerfile'
  | 'shell';

/** Code as it stands in a file. A framework's own goes before its language's. */
export type Idioms = { readonly [K in Idiom]?: string };
