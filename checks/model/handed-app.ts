// Applications that are handed to a package of the house: what that sets up on them stands in no source that is here.
import type { Unit } from '../model.ts';
import { remembered } from './remembered.ts';

const application = /^py:(?:flask\.Flask|fastapi\.(?:applications\.)?FastAPI|starlette\.applications\.Starlette|quart\.Quart)\(\)$/;
const setsUp = /\.(?:init|init_app|init_\w+|set_?up\w*|configure\w*|install\w*|bootstrap\w*|register\w*|wire\w*)$/;
/** Of Python itself, and servers that only run what they are handed. */
const known =
  /^(?:typing|functools|asyncio|contextlib|logging|copy|inspect|pprint|json|os|sys|signal|threading|unittest|time|pathlib|uvicorn|hypercorn|waitress|gunicorn|mangum|a2wsgi|asgiref)$/;

/** The package's name; undefined where every application stays with the service and with packages that its manifests name. */
export const handedTo = remembered((unit: Unit): string | undefined => {
  const names = Object.keys(unit.packages);
  if (names.length === 0) return undefined;
  for (const call of unit.calls('py:*')) {
    if (call.onlyAsScript || call.runsIn === 'development' || call.targets.length > 0) continue;
    const [, own] = call.symbols.map((symbol) => /^py:(\w+)\./.exec(symbol)).find((found) => found !== null) ?? [];
    if (own === undefined || known.test(own) || !call.symbols.some((symbol) => setsUp.test(symbol))) continue;
    if (names.some((name) => brings(name, own))) continue;
    if (call.node.args.some(({ value }) => unit.symbols(value).some((symbol) => application.test(symbol)))) return own;
  }
  return undefined;
});

/** Modules that are called nothing like the package that brings them. */
const broughtBy: ReadonlyMap<string, RegExp> = new Map([
  ['playhouse', /^peewee$/],
  ['flask_uploads', /^flask-reuploaded$/],
  ['flaskext', /^flask-/],
  ['pkg_resources', /^setuptools$/],
  ['bson', /^pymongo$/],
  ['raven', /^(?:sentry-)?raven$/],
  ['debug_toolbar', /-debug-toolbar$/],
]);

/** Whether the package brings a module of that name: `flask_migrate` of Flask-Migrate, `tortoise` of tortoise-orm, `socketio` of python-socketio. */
function brings(name: string, module: string): boolean {
  if (broughtBy.get(module)?.test(name)) return true;
  const wanted = wordsOf(module);
  const all = [wordsOf(name), wordsOf(name.replace(/^(?:python|py|apache)-/, '')), wordsOf(name.replace(/^py(?=\w)|\d+$/g, ''))];
  // Of several words the first ones: packages of one maker share a module, as `opentelemetry` and `azure` do.
  return all.some(
    (words) => words.join('') === wanted.join('') || (words.length > wanted.length && wanted.every((word, at) => word === words[at])),
  );
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/[-_.]/);
