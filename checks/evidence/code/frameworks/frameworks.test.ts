// Routes, prefixes, handlers and answers of every framework, as the middle tells them.
import { describe, expect, test } from 'vitest';
import { type Texts, unitOf } from '../test-program.ts';

const routes = (texts: Texts): readonly string[] =>
  unitOf(texts).routes.map(
    ({ method, path, framework, handler, before }) => `${method} ${path} ${framework} ${handler?.name || '-'} ${before.length}`,
  );

describe('routes', () => {
  test.each<readonly [name: string, texts: Texts, routes: readonly string[]]>([
    [
      'FastAPI with routers in other files',
      {
        'api/plans.py':
          'from fastapi import APIRouter, Depends\nrouter = APIRouter(prefix="/plans")\n@router.get("/{plan_id}")\ndef read(plan_id: str, user=Depends(current)):\n    return {}',
        'main.py':
          'from fastapi import FastAPI\nfrom api.plans import router as plans\napp = FastAPI()\napp.include_router(plans, prefix="/api/v1")\n@app.get("/")\nasync def root():\n    return 1',
      },
      ['GET /api/v1/plans/:plan_id fastapi read 1', 'GET / fastapi root 0'],
    ],
    [
      "FastAPI through a decorator of the service's own, which is handed the router's method or knows the router",
      {
        'hung.py':
          'from fastapi import APIRouter, Security\nrouter = APIRouter(prefix="/x")\ndef guarded(method, path, scopes=None, **kwargs):\n    def decorator(func):\n        return method(path, dependencies=[Security(bearer, scopes=scopes)], **kwargs)(checked(func))\n    return decorator\ndef reads(path):\n    return router.get(path)\ndef cached(path):\n    return lambda func: func',
        'main.py':
          'from fastapi import FastAPI\nfrom hung import cached, guarded, reads, router\napp = FastAPI()\napp.include_router(router)\n@guarded(router.post, "/plans", ["plans"])\ndef add(plan: Plan):\n    return plan\n@reads("/plans")\ndef all():\n    return []\n@cached("/nothing")\ndef other():\n    return []',
      },
      ['POST /x/plans fastapi add 2', 'GET /x/plans fastapi all 1'],
    ],
    [
      'Flask blueprints and methods',
      {
        'a.py':
          'from flask import Flask, Blueprint\nbp = Blueprint("x", __name__, url_prefix="/x")\n@bp.route("/<int:id>", methods=["GET", "POST"])\ndef f(id):\n    return ""\napp = Flask(__name__)\napp.register_blueprint(bp)',
      },
      ['GET /x/:id flask f 0', 'POST /x/:id flask f 0'],
    ],
    [
      'Flask through its own modules',
      {
        'a.py':
          'from flask import blueprints\nfrom flask.app import Flask\nbp = blueprints.Blueprint("x", __name__)\n@bp.route("/x")\ndef f():\n    return ""\napp = Flask(__name__)\napp.register_blueprint(bp)',
      },
      ['GET /x flask f 0'],
    ],
    [
      'Starlette classes that say their address themselves, found by a loop',
      {
        'a.py':
          'import importlib, inspect\nfrom starlette.applications import Starlette\nfrom starlette.routing import Route\ndef found():\n    for name in ("plans",):\n        for _, each in inspect.getmembers(importlib.import_module(name)):\n            yield Route(each.path, each)\napp = Starlette(routes=list(found()))',
        'base.py': 'from starlette.endpoints import HTTPEndpoint\nclass Base(HTTPEndpoint):\n    path: str',
        'plans.py':
          'from base import Base\nclass Plans(Base):\n    path = "/plans/{plan_id:str}"\n    async def get(self, request):\n        return None',
      },
      ['GET /?/plans/:plan_id starlette get 0'],
    ],
    [
      'Express routers mounted under a path',
      {
        'r.ts':
          "import { Router } from 'express'; export const router = Router(); router.post('/a', auth, validate, create); function create(req, res) {}",
        'm.ts': "import express from 'express'; import { router } from './r.ts'; const app = express(); app.use('/api', router);",
      },
      ['POST /api/a express create 2'],
    ],
    [
      'a router that the service wrote for itself, and no client of the same verbs',
      {
        'router.ts':
          'export class Router { add(verb, path, handlers) {} get(path: string, ...handlers) { this.add("GET", path, handlers); } post(path: string, ...handlers) { this.add("POST", path, handlers); } }',
        'client.ts':
          'export class Client { get(path: string, query) { return fetch(path); } post(path: string, body) { return fetch(path); } }',
        'm.ts':
          "import { Router } from './router.ts'; import { Client } from './client.ts'; const it = new Router(); it.get('/plans/:id', check, read); function read(request) {} new Client().post('/weeks', read);",
      },
      ['GET /plans/:id by-name read 1'],
    ],
    [
      "a package's own router, with verbs of its own and names before the addresses",
      {
        'm.ts':
          "import { CoachRouter } from 'coach-kit'; const plans = new CoachRouter({ prefix: '/plans' }); plans.authGet('readPlan', '/:id', guard, read); plans.post('/', make); plans.sendGet('/x'); function read(ctx) {} function make(ctx) {}",
      },
      ['GET /plans/:id by-name read 1', 'POST /plans/ by-name make 0'],
    ],
    [
      'a name before the address',
      {
        'm.ts':
          "import Router from '@koa/router'; const router = new Router(); router.get('plans', '/plans', list); router.get('/weeks', list); function list(ctx) {}",
      },
      ['GET /plans koa list 0', 'GET /weeks koa list 0'],
    ],
    [
      'Express routers of a list hung up in a loop',
      {
        'm.ts':
          "import express from 'express'; const a = express.Router(); a.route('/x').post(create).get(list); const all = [{ path: '/a', router: a }]; const app = express(); all.forEach((each) => app.use(each.path, each.router)); for (const [method, path] of [['put', '/y']]) app[method](path, list); function create(req, res) {} function list(req, res) {}",
      },
      ['PUT /y express list 0', 'GET /a/x express list 0', 'POST /a/x express create 0'],
    ],
    [
      'Fastify plugins loaded by their folder',
      {
        'app/routes/plans/plans.router.ts':
          "export default async function plans(app) { app.get('/:id', { preHandler: [known], handler: async (request) => 1 }); }",
        'app/routes/plans/plans.model.ts': "export default async function model(app) { app.get('/never', async () => 1); }",
        'app/server.ts':
          "import autoload from '@fastify/autoload'; import Fastify from 'fastify'; import path from 'node:path'; const app = Fastify(); app.register(autoload, { dir: path.join(import.meta.dirname, './routes'), matchFilter: (file) => file.endsWith('.router.ts'), options: { prefix: '/v1' } });",
      },
      ['GET /v1/plans/:id by-name handler 1', 'GET /never by-name - 0'],
    ],
    [
      'a Fastify plugin that the command line starts, with prefixes that files name themselves',
      {
        'routes/admin.js':
          "export const autoPrefix = '/_app'; export default async function admin (fastify) { fastify.route({ method: 'PUT', path: '/plans', handler: async (request, reply) => ({}) }); }",
        'app.js':
          "import AutoLoad from '@fastify/autoload'; import { join } from 'desm'; export default async function (fastify, options) { await fastify.register(AutoLoad, { dir: join(import.meta.url, 'routes'), dirNameRoutePrefix: false, options: Object.assign({}, options) }); }",
      },
      ['PUT /_app/plans by-name handler 0'],
    ],
    [
      'Hono routes of a list whose paths are put together',
      {
        'routes.ts': `import { plans } from './plans'; const version = 'v1'; export const all = [{ path: \`/\${version}/plans\`, route: plans }];`,
        'plans.ts': "import { Hono } from 'hono'; export const plans = new Hono(); plans.get('/:id', async (c) => c.json({}));",
        'main.ts': `import { Hono } from 'hono'; import { all } from './routes'; const app = new Hono(); all.forEach((each) => { app.route(\`\${each.path}\`, each.route); }); export default app;`,
      },
      ['GET /v1/plans/:id hono - 0'],
    ],
    [
      'an Express router that a condition chooses',
      {
        'app.ts':
          "import express from 'express'; const plain = express.Router(); plain.get('/plans', (request, response) => {}); const full = express.Router(); full.get('/plans/:id', (request, response) => {}); const app = express(); app.use('/v1', process.env.FULL ? full : plain);",
      },
      ['GET /v1/plans express - 0', 'GET /v1/plans/:id express - 0'],
    ],
    [
      'Koa routers required from a folder',
      {
        'router/core/user.js':
          "import Router from '@koa/router'; const user = new Router({ prefix: '/user' }); user.get('/:id', async (ctx) => {}); module.exports = user;",
        'router/index.js':
          "import fs from 'fs'; import path from 'path'; import Router from '@koa/router'; const router = new Router(); fs.readdirSync(__dirname).forEach((dir) => { fs.readdirSync(path.join(__dirname, dir)).forEach((file) => { const route = require(path.join(__dirname, dir, file)); router.use(route.routes()); }); }); module.exports = router;",
        'app.js':
          "import Koa from 'koa'; const router = require('./router/index.js'); const app = new Koa(); app.use(signedIn); app.use(router.routes());",
      },
      ['GET /user/:id koa - 1'],
    ],
    [
      'Koa with a prefix',
      {
        'a.ts': "import Router from '@koa/router'; const router = new Router({ prefix: '/v1' }); router.get('/x/:id', async (ctx) => {});",
      },
      ['GET /v1/x/:id koa - 0'],
    ],
    [
      'Express with folders that a package loads',
      {
        'app.js':
          "const express = require('express'); const autoload = require('auto-load'); const path = require('path'); const mw = autoload(path.join(BASE, '/middlewares')); const ctrl = autoload(path.join(BASE, '/controllers')); const app = express(); app.use(mw.security); app.use('/', ctrl.plans); app.listen(3000);",
        'middlewares/security.js': "module.exports = (req, res, next) => { res.set('X-Content-Type-Options', 'nosniff'); next(); };",
        'controllers/plans.js':
          "const router = require('express').Router(); router.get('/plans', (req, res) => res.json([])); module.exports = router;",
      },
      ['GET /plans express - 1'],
    ],
    [
      'Flask-RESTful on a blueprint, told of the application too',
      {
        'web.py':
          "from flask import Blueprint, Flask\nimport flask_restful as restful\nv1 = Blueprint('v1', __name__, url_prefix='/v1')\napi = restful.Api(v1)\nclass Plans(restful.Resource):\n    def get(self):\n        return []\napi.add_resource(Plans, '/plans/')\ndef create_app():\n    app = Flask(__name__)\n    api.init_app(app)\n    app.register_blueprint(v1)\n    return app\napp = create_app()",
      },
      ['GET /v1/plans/ flask get 0'],
    ],
    [
      'Hono by methods and addresses, one or several of each, and of a table',
      {
        'app.ts':
          "import { Hono } from 'hono'; const app = new Hono(); app.on('PURGE', '/cache', f); app.on(['PUT', 'PATCH'], ['/a', '/b'], guard, (c) => c.json({})); for (const { method, path, run } of table) app.on(method, [path], ...run);",
      },
      ['PURGE /cache hono - 0', 'PUT /a hono - 1', 'PUT /b hono - 1', 'PATCH /a hono - 1', 'PATCH /b hono - 1', '* /? hono - 0'],
    ],
    [
      'Fastify that goes on with what a call gives back, of a type provider and after a plugin',
      {
        'app.ts':
          "import { fastify } from 'fastify'; import { plans } from './plans.ts'; const app = fastify().withTypeProvider(); app.register(plans); app.get('/x', f);",
        'plans.ts':
          "import type { FastifyInstance } from 'fastify'; import { auth } from './auth.ts'; export async function plans(app: FastifyInstance) { app.withTypeProvider().register(auth).get('/plans', { schema }, async (request, reply) => []); }",
        'auth.ts': "import fp from 'fastify-plugin'; export const auth = fp(async (app) => { app.addHook('preHandler', f); });",
      },
      ['GET /x fastify - 0', 'GET /plans fastify - 2'],
    ],
    [
      'Fastify plugin by its parameter',
      { 'a.ts': "export default async function plugin(fastify) { fastify.get('/x', async (request, reply) => ({})); }" },
      ['GET /x by-name - 0'],
    ],
    [
      'Hono, chained',
      { 'a.ts': "import { Hono } from 'hono'; const app = new Hono().get('/a', (c) => c.json({})).post('/b', (c) => c.text(''));" },
      ['POST /b hono - 0', 'GET /a hono - 0'],
    ],
    [
      'a Nest controller by a decorator of the service, with methods of a base and a prefix before all',
      {
        'a.ts':
          "import { applyDecorators, Controller, Get, Post, UseGuards } from '@nestjs/common'; const Api = (name: string, open = false) => { const all = [Controller(name)]; if (!open) all.push(UseGuards(SignedIn)); return applyDecorators(...all); }; function Crud() { return class { @Get(':id') one() {} @Post() make() {} }; } @Api('plans') export class Plans extends Crud() { one() {} } @Api('tags', true) export class Tags extends Crud() {} app.setGlobalPrefix('v1', { exclude: ['tags/:id'] });",
      },
      ['POST /v1/plans nest make 3', 'GET /tags/:id nest one 2', 'POST /v1/tags nest make 2'],
    ],
    [
      'a Nest controller',
      {
        'a.ts':
          "import { Controller, Get, Body, Post, UseGuards } from '@nestjs/common'; @Controller('plans') @UseGuards(AuthGuard) export class Plans { @Get(':id') one() {} @Post() make(@Body() body) {} }",
      },
      ['GET /plans/:id nest one 2', 'POST /plans nest make 2'],
    ],
    [
      'routers of CommonJS modules, hung one below the other',
      {
        'users.js':
          "const Router = require('koa-router'); const router = new Router(); router.get('/users', list); module.exports = router.routes();",
        'index.js':
          "const Router = require('koa-router'); const outer = new Router(); const api = new Router(); api.use(require('./users')); outer.use('/api', api.routes()); module.exports = outer;",
        'app.js': "const Koa = require('koa'); const app = new Koa(); app.use(limit); app.use(require('./index').routes());",
      },
      ['GET /api/users koa - 1'],
    ],
    [
      'an application handed to a function',
      {
        'm.ts':
          "import express, { type Express } from 'express'; import { add } from './r.ts'; const app = express(); app.use(early); add(app); app.use(late);",
        'r.ts': "import type { Express } from 'express'; export function add(app: Express) { app.get('/x', (req, res) => {}); }",
      },
      ['GET /x express - 1'],
    ],
    [
      'middleware counts for what hangs after it, and below its path',
      {
        'a.ts':
          "import express from 'express'; const app = express(); app.get('/a', f); app.use('/b', one); app.use(two); app.get('/b/c', f); app.get('/bc', f);",
      },
      ['GET /a express - 0', 'GET /b/c express - 2', 'GET /bc express - 1'],
    ],
    [
      'Fastify plugins with a prefix, hooks in any order',
      {
        'a.ts':
          "import fastify from 'fastify'; import plans from './p.ts'; const app = fastify(); app.register(plans, { prefix: '/v1' }); app.addHook('onRequest', f);",
        'p.ts': "export default async function plans(instance) { instance.get('/x', async () => ({})); }",
      },
      ['GET /v1/x by-name - 1'],
    ],
    [
      'hooks of a Fastify plugin that is wrapped count outside, of any other only inside',
      {
        'a.ts':
          "import fastify from 'fastify'; import open from './o.ts'; const app = fastify(); app.register(open); app.register(closed); app.get('/x', f); async function closed(fastify) { fastify.addHook('onRequest', f); }",
        'o.ts':
          "import fp from 'fastify-plugin'; export default fp(async (fastify) => { fastify.addHook('onRequest', f); fastify.addHook('onRequest', g); });",
      },
      ['GET /x fastify - 2'],
    ],
    [
      'Python middleware and hooks count wherever they stand',
      {
        'a.py':
          'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/x")\ndef f():\n    return 1\napp.add_middleware(Limit)\n@app.middleware("http")\nasync def g(request, call_next):\n    return await call_next(request)',
      },
      ['GET /x fastapi f 2'],
    ],
    [
      'look-alikes are no routes',
      { 'a.ts': "const cache = new Map(); cache.get('/x', f); axios.get('/y', f); supertest(app).get('/z');" },
      [],
    ],
  ])('%s', (_name, texts, expected) => {
    expect(routes(texts)).toEqual(expected);
  });
});

const answers = (texts: Texts): readonly string[] =>
  unitOf(texts).responses.map(({ how, status, body }) => `${how} ${status?.kind === 'literal' ? status.value : '-'} ${body.length}`);

describe('answers', () => {
  test.each<readonly [name: string, texts: Texts, answers: readonly string[]]>([
    [
      'Express, in a chain',
      {
        'a.ts':
          "import express from 'express'; const app = express(); app.get('/', (req, res) => { res.status(400).set('a', 'b').json({}); });",
      },
      ['res.json 400 1', 'res.set - 0'],
    ],
    [
      'Koa',
      { 'a.ts': "import Koa from 'koa'; const app = new Koa(); app.use((ctx) => { ctx.body = { a: 1 }; ctx.throw(400, 'no'); });" },
      ['ctx.throw 400 1', 'ctx.body - 1'],
    ],
    [
      'FastAPI',
      {
        'a.py':
          'from fastapi import FastAPI, HTTPException\nfrom fastapi.responses import JSONResponse\napp = FastAPI()\n@app.get("/")\ndef f():\n    if x:\n        raise HTTPException(status_code=404, detail="no")\n    if y:\n        return JSONResponse({"a": 1}, status_code=500)\n    return {"ok": True}',
      },
      ['HTTPException 404 1', 'JSONResponse 500 1', 'return - 1'],
    ],
    [
      'a subclass of an HTTP error',
      { 'a.py': 'from fastapi import HTTPException\nclass Gone(HTTPException):\n    pass\nraise Gone(status_code=410, detail="gone")' },
      ['Gone 410 1'],
    ],
    [
      'Nest',
      { 'a.ts': "import { BadRequestException } from '@nestjs/common'; export function f() { throw new BadRequestException('no'); }" },
      ['BadRequestException - 1'],
    ],
    ['Web responses', { 'a.ts': 'export async function GET(request) { return Response.json({ a: 1 }, { status: 201 }); }' }, ['json - 1']],
  ])('%s', (_name, texts, expected) => {
    expect(answers(texts)).toEqual(expected);
  });
});

describe('logs', () => {
  test.each<readonly [name: string, texts: Texts, logs: readonly string[]]>([
    [
      'printing, under any name',
      { 'a.py': 'from pprint import pprint as show_it\nsay = print\nsay(1)\nshow_it(2)\nimport sys\nsys.stdout.write("x")' },
      ['print', 'print', 'stdout'],
    ],
    [
      'loggers',
      {
        'a.py':
          'import logging\nlogger = logging.getLogger(__name__)\nlogger.info("x")\nlogging.error("y")\nclass A:\n    def f(self):\n        self.logger.warning("z")',
      },
      ['logger', 'logger', 'logger'],
    ],
    [
      'console under another name, and what only looks like it',
      { 'a.ts': 'const { log: write } = console; const logger = console; write(1); logger.info(2); admin.console.log(3);' },
      ['console', 'console'],
    ],
    ['pino', { 'a.ts': "import pino from 'pino'; const log = pino(); log.child({}).info('x'); Math.log(2);" }, ['logger']],
  ])('%s', (_name, texts, expected) => {
    expect(unitOf(texts).logs.map(({ through }) => through)).toEqual(expected);
  });
});
