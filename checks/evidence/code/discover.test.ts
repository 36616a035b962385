import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { gatherCode } from './gather.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

interface Found {
  /** `root framework entry-file`, one a service. */
  readonly units: readonly string[];
  /** Every file left out, by reason. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
  readonly read: number;
}

function discovered(texts: Readonly<Record<string, string>>): Found {
  const root = mkdtempSync(join(tmpdir(), 'launchgate-discover-'));
  folders.push(root);
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const gathered = gatherCode({ root, mentions: [] });
  if (!('found' in gathered)) throw new Error(gathered.missing);
  const { units, coverage } = gathered.found.evidence;
  return {
    units: units.map((unit) => `${unit.root} ${unit.frameworks.join('+')} ${[...new Set(unit.entries.map(({ path }) => path))].join(' ')}`),
    leftOut: Object.fromEntries(coverage.leftOut.map(({ reason, examples }) => [reason, examples])),
    read: coverage.filesRead,
  };
}

const manifest = (fields: object): string => JSON.stringify({ private: true, ...fields });
const koa = "import Koa from 'koa';\nexport const app = new Koa();\n";

test('a mobile app beside a backend is a client, even where it speaks of servers', () => {
  const found = discovered({
    'mobile/package.json': manifest({ dependencies: { expo: '52', 'react-native': '0.76' } }),
    'mobile/App.tsx': "import express from 'express';\nconst app = express();\nconsole.log(app);\n",
    'backend/requirements.txt': 'fastapi\n',
    'backend/main.py': 'from fastapi import FastAPI\nfrom core.api import router\napp = FastAPI()\napp.include_router(router)\n',
    'backend/core/__init__.py': '',
    'backend/core/api.py': 'from fastapi import APIRouter\nrouter = APIRouter()\n',
    'backend/load_data.py': 'import csv\n',
  });
  expect(found.units).toEqual(['backend fastapi backend/main.py']);
  expect(found.leftOut).toEqual({ 'client app': ['mobile/App.tsx'], 'not reached from a service': ['backend/load_data.py'] });
  expect(found.read).toBe(3);
});

test('edge functions that stand in the package of the app are a service', () => {
  const found = discovered({
    'package.json': manifest({ dependencies: { expo: '52', 'react-native': '0.76' } }),
    'App.tsx': 'export default function App() {}\n',
    'supabase/functions/plans/index.ts': 'Deno.serve(() => Response.json([]));\n',
    'supabase/functions/meals/index.ts':
      "import { serve } from 'https://deno.land/std@0.223.0/http/server.ts';\nserve(() => new Response('[]'));\n",
  });
  expect(found.units).toEqual(['supabase/functions supabase-function supabase/functions/meals/index.ts supabase/functions/plans/index.ts']);
  expect(found.leftOut).toEqual({ 'client app': ['App.tsx'] });
});

describe('libraries and examples are no service', () => {
  test.each([
    [
      'a framework itself',
      {
        'package.json': JSON.stringify({ name: 'koa', main: 'lib/application.js' }),
        'lib/application.js':
          "const http = require('http');\nmodule.exports = class Application { listen() { return http.createServer(this.callback()).listen(); } };\n",
      },
    ],
    ['an app among examples', { 'examples/hello/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n' }],
    ['an app in tests', { 'tests/app.ts': koa, 'src/__fixtures__/server.ts': koa }],
    ['a file that only speaks of one', { 'src/types.ts': "import type { Express } from 'express';\nexport const name = 'express()';\n" }],
  ])('%s', (_, texts) => {
    expect(discovered(texts).units).toEqual([]);
  });
});

test('scripts, migrations, configuration and the generated are told apart', () => {
  const { leftOut } = discovered({
    'src/app.ts': koa,
    'scripts/seed.ts': "import { app } from '../src/app.ts';\nconsole.log(app);\n",
    'migrations/001_init.ts': 'export const up = 1;\n',
    'vitest.config.ts': 'export {};\n',
    'src/client.gen.ts': 'export {};\n',
    'src/unused.ts': 'export {};\n',
  });
  expect(leftOut).toEqual({
    script: ['vitest.config.ts', 'scripts/seed.ts'],
    migration: ['migrations/001_init.ts'],
    generated: ['src/client.gen.ts'],
    'not reached from a service': ['src/unused.ts'],
  });
});

test('folders that elsewhere show something are features inside a source folder', () => {
  const app = `${koa}import './emails/templates/welcome.ts';\nimport './playground/chat.ts';\n`;
  const { read, leftOut } = discovered({
    'src/app.ts': app,
    'src/emails/templates/welcome.ts': 'export {};\n',
    'src/playground/chat.ts': 'export {};\n',
    'docs/site.ts': 'export {};\n',
  });
  expect(read).toBe(3);
  expect(leftOut).toEqual({ 'example or documentation': ['docs/site.ts'] });
});

describe('how a service is started tells what belongs to it', () => {
  test('a start script without an extension', () => {
    const { units, read } = discovered({
      'package.json': manifest({ scripts: { start: 'node ./bin/www' } }),
      'app.js': "const express = require('express');\nmodule.exports = express();\n",
      'bin/www': "#!/usr/bin/env node\nconst app = require('../app');\nrequire('http').createServer(app).listen(3000);\n",
    });
    expect(units).toEqual([' express app.js']);
    expect(read).toBe(2);
  });

  test('a plugin that fastify-cli makes a server of, by its source', () => {
    const { units } = discovered({
      'package.json': manifest({ scripts: { start: 'tsc && fastify start -l info dist/app.js' } }),
      'src/app.ts':
        "import type { FastifyPluginAsync } from 'fastify';\nconst app: FastifyPluginAsync = async () => {};\nexport default app;\n",
    });
    expect(units).toEqual([' fastify src/app.ts']);
  });
});

test('a package that another service serves is part of it; one that is started is a service of its own', () => {
  const found = discovered({
    'package.json': manifest({ workspaces: ['apps/*', 'packages/*'] }),
    'apps/web/package.json': manifest({ name: 'web', scripts: { start: 'next start' }, dependencies: { next: '15', api: '*' } }),
    'apps/web/app/api/[[...all]]/route.ts': "import { api } from 'api';\nexport const GET = (request: Request) => api.fetch(request);\n",
    'apps/worker/package.json': manifest({ name: 'worker', scripts: { start: 'node src/index.ts' } }),
    'apps/worker/src/index.ts': koa,
    'packages/api/package.json': manifest({ name: 'api', exports: './index.ts' }),
    'packages/api/index.ts': "import { Hono } from 'hono';\nexport const api = new Hono();\n",
  });
  expect(found.units).toEqual([
    'apps/web next+hono apps/web/app/api/[[...all]]/route.ts packages/api/index.ts',
    'apps/worker koa apps/worker/src/index.ts',
  ]);
});

test.each([
  ['an alias', "import make from 'koa';\nconst app = new make();\n", 'koa'],
  ['a required name', "const make = require('fastify');\nmake();\n", 'fastify'],
  ['a class of its own', "import Koa from 'koa';\nclass Service extends Koa {}\nexport const it = new Service();\n", 'koa'],
  ['an awaited import', "const { default: make } = await import('express');\nmake();\n", 'express'],
  ['a factory', "import { NestFactory as Nest } from '@nestjs/core';\nawait Nest.create(Object);\n", 'nest'],
])('an application made through %s is found', (_, text, framework) => {
  expect(discovered({ 'src/main.ts': text }).units).toEqual([`src ${framework} src/main.ts`]);
});

test('modules that a pattern of paths names belong to the service', () => {
  const found = discovered({
    'server/index.ts': `${koa}import './plugins.ts';\n`,
    'server/plugins.ts':
      "import { globSync } from 'glob';\nimport { join } from 'node:path';\nfor (const path of globSync(join('build', 'plugins/*/server/index.[jt]s'))) require(join(process.cwd(), path));\n",
    'plugins/slack/server/index.ts': "import './talk.ts';\n",
    'plugins/slack/server/talk.ts': 'export const talk = 1;\n',
    'plugins/slack/client/index.ts': 'export const shown = 1;\n',
  });
  expect(found.leftOut).toEqual({ 'not reached from a service': ['plugins/slack/client/index.ts'] });
  expect(found.read).toBe(4);
});

test('folders and files that the service names to a loader belong to it', () => {
  const found = discovered({
    'package.json': manifest({ name: 'coach', dependencies: { koa: '3' } }),
    'app/index.js':
      "const Koa = require('koa');\nconst { readdirSync } = require('node:fs');\nconst kit = require('coach-kit');\nfor (const file of readdirSync('./app/config')) kit.load('app/config/' + file);\nkit.load('app/mail/config.js');\nkit.serve(new Koa());\n",
    'app/config/setting.js': "module.exports = { apiDir: 'app/api' };\n",
    'app/api/v1/plans.js': "require('../../model.js');\n",
    'app/mail/config.js': 'module.exports = {};\n',
    'app/model.js': 'module.exports = {};\n',
    'app/unused.js': 'module.exports = {};\n',
  });
  expect(found.leftOut).toEqual({ 'not reached from a service': ['app/unused.js'] });
});

test('plugins that a package declares for a group are part of the service that loads the group', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "coach"\n[project.entry-points."coach.plugins"]\nauth = "coach.plugins.auth:Auth"\n',
    'src/coach/__init__.py': '',
    'src/coach/plugins/__init__.py': '',
    'src/coach/plugins/auth.py': 'import jwt\nclass Auth: ...\n',
  };
  const app = 'from fastapi import FastAPI\napp = FastAPI()\n';
  const loading = 'from importlib.metadata import entry_points\nplugins = entry_points(group="coach.plugins")\n';
  const left = (main: string) => discovered({ ...files, 'src/coach/main.py': main }).leftOut['not reached from a service'];
  expect(left(app + loading)).not.toContain('src/coach/plugins/auth.py');
  expect(left(app)).toContain('src/coach/plugins/auth.py');
});

test('a file that makes one of a class derived elsewhere is the entry, though it does not speak of the framework', () => {
  const { units } = discovered({
    'package.json': manifest({ name: 'api', dependencies: { koa: '3' } }),
    'app/service.js': "const Koa = require('koa');\nclass Service extends Koa {}\nmodule.exports = Service;\n",
    'app/index.js': "const Service = require('./service');\nconst it = new Service();\nit.listen(3000);\n",
  });
  expect(units).toEqual([' koa app/index.js']);
  const flask = discovered({
    'requirements.txt': 'flask\n',
    'app/__init__.py': 'def fill(application):\n    return application\n',
    'app/shop.py': 'from flask import Flask\n\n\nclass Shop(Flask):\n    pass\n',
    'application.py': 'from app import fill\nfrom app.shop import Shop\n\napplication = Shop("app")\nfill(application)\n',
  });
  expect(flask.units).toEqual([' flask application.py']);
});

test('what another package holds and this one hands to its host is the entry, where it is handed over', () => {
  const { units } = discovered({
    'apps/edge/package.json': manifest({ name: 'edge', dependencies: { core: 'workspace:*' } }),
    'apps/edge/src/index.ts': "import { coach } from '../../../packages/core/src/index.ts';\n\nexport default coach;\n",
    'packages/core/package.json': manifest({ name: 'core' }),
    'packages/core/src/index.ts': 'export const coach = {\n  async fetch(request: Request) { return new Response(request.url); },\n};\n',
  });
  expect(units).toEqual(['apps/edge worker apps/edge/src/index.ts']);
});

describe('a service that only a script serves', () => {
  const made = "const express = require('express');\nmodule.exports = () => express();\n";
  const run = "const make = require('../http/service');\nrequire('../util/shutdown');\nmake().listen(8000);\n";
  const others = {
    'package.json': manifest({ dependencies: { express: '4' } }),
    'lib/util/shutdown.js': "process.on('SIGTERM', () => process.exit(0));\n",
  };
  test('what listens among the scripts belongs to it, where nothing else listens', () => {
    const found = discovered({ ...others, 'lib/http/service.js': made, 'lib/bin/run-server.js': run });
    expect(found.units).toEqual([' express lib/http/service.js']);
    expect(found.read).toBe(3);
    const served = discovered({
      ...others,
      'lib/http/service.js': made,
      'lib/index.js': "require('./http/service')().listen(8000);\n",
      'lib/bin/run-server.js': run,
    });
    expect(served.leftOut).toEqual({ script: ['lib/bin/run-server.js'], 'not reached from a service': ['lib/util/shutdown.js'] });
  });

  const scripts = {
    'src/scripts/app.ts': "import Koa from 'koa';\nimport '../routes.ts';\nexport default new Koa();\n",
    'src/scripts/worker.ts': "import app from './app.ts';\napp.listen(8000);\n",
    'src/routes.ts': 'export {};\n',
  };
  test('an application made in a folder of scripts counts where its package needs the framework to run', () => {
    const found = discovered({ ...scripts, 'package.json': manifest({ dependencies: { koa: '2' } }) });
    expect(found.units).toEqual([' koa src/scripts/app.ts']);
    expect(found.read).toBe(3);
  });
  test.each([
    ['a package that only develops with it', { 'package.json': manifest({ devDependencies: { koa: '2' } }) }],
    ['a library', { 'package.json': JSON.stringify({ name: 'kit', main: 'index.js', dependencies: { koa: '2' } }) }],
  ])('and not in %s', (_, texts) => {
    expect(discovered({ ...scripts, ...texts }).units).toEqual([]);
  });
  test('and not beside another service', () => {
    const found = discovered({ ...scripts, 'src/app.ts': koa, 'package.json': manifest({ dependencies: { koa: '2' } }) });
    expect(found.units).toEqual([' koa src/app.ts']);
  });
});

describe('a server of node:http that a class or a function makes', () => {
  const server =
    "import { createServer } from 'node:http';\nexport class Server {\n  constructor() {\n    this.made = createServer((_, response) => response.end());\n    this.made.listen(8000);\n  }\n}\nexport function serve() {\n  return new Server();\n}\n";
  test.each([
    ['an instance of which is made by what imports it', "import { Server } from './server.js';\nexport const server = new Server();\n"],
    ['through functions of both', "import { serve } from './server.js';\nfunction main() {\n  serve();\n}\nmain();\n"],
  ])('%s', (_, index) => {
    const found = discovered({ 'package.json': manifest({ type: 'module' }), 'src/server.js': server, 'src/index.js': index });
    expect(found.units).toEqual([' node-http src/server.js']);
    expect(found.read).toBe(2);
  });
  test('whose method a script calls that the package is started by', () => {
    const updates = server.replace('constructor()', 'listen(port) ').replace('8000', 'port');
    const run = "import { Server } from '../src/server.js';\nasync function main() {\n  new Server().listen(8000);\n}\nmain();\n";
    const texts = { 'src/server.js': updates, 'bin/serve.js': run };
    const found = discovered({ 'package.json': manifest({ scripts: { start: 'node bin/serve.js' } }), ...texts });
    expect(found.units).toEqual([' node-http src/server.js']);
    expect(found.read).toBe(2);
    expect(discovered({ 'package.json': manifest({}), ...texts }).units).toEqual([]);
  });
  test.each([
    ['that is only imported', { 'package.json': manifest({}), 'src/index.js': "export { Server } from './server.js';\n" }],
    [
      'of a library',
      {
        'package.json': JSON.stringify({ name: 'kit', main: 'index.js' }),
        'src/index.js': "import { Server } from './server.js';\nnew Server();\n",
      },
    ],
    [
      'that only tests make',
      { 'package.json': manifest({}), 'test/server.test.js': "import { Server } from '../src/server.js';\nnew Server();\n" },
    ],
  ])('but not one %s', (_, texts) => {
    expect(discovered({ 'src/server.js': server, ...texts }).units).toEqual([]);
  });
});

test('what an image runs before the server to write its settings is a script', () => {
  const { leftOut } = discovered({
    'package.json': '{ "name": "plans", "scripts": { "start": "node server.js" } }',
    'server.js':
      "const http = require('http');\nconst Store = require('./lib/' + process.env.STORE);\nhttp.createServer(Store).listen(80);\n",
    'lib/file.js': 'module.exports = () => undefined;\n',
    'docker-entrypoint.js': 'console.log(JSON.stringify({ password: process.env.STORAGE_PASSWORD }));\n',
  });
  expect(leftOut.script).toEqual(['docker-entrypoint.js']);
});

test('a server that only tries out a deployment is a script', () => {
  const { units, leftOut } = discovered({
    'package.json': '{ "name": "plans", "private": true, "scripts": { "start": "node src/main.js" } }',
    'src/main.js': "import express from 'express';\nexpress().listen(3000);\n",
    'src/main-smoke.js': "import { createServer } from 'node:http';\ncreateServer((_, response) => response.end()).listen(3000);\n",
  });
  expect(units).toEqual([' express src/main.js']);
  expect(leftOut.script).toEqual(['src/main-smoke.js']);
});
