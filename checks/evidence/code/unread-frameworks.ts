// Services made with a framework that nobody here reads: better told by name than taken for no service at all.
import { isSide, scriptFile, scriptFolder } from './entries.ts';
import type { SourcePath } from './files.ts';

export interface UnreadService {
  readonly path: string;
  readonly framework: string;
}

const python = (module: string): RegExp => new RegExp(String.raw`^\s*(?:from\s+${module}(?:\.\w+)*\s+import|import\s+${module}\b)`, 'm');
const node = (module: string): RegExp =>
  new RegExp(String.raw`(?:\bfrom\s+|\brequire\(\s*|\bimport\(\s*)['"](?:npm:)?${module}(?:@[\w.^~-]+)?['"]`);

/** The framework, how it is imported, and how its application is made. */
const frameworks: readonly (readonly [name: string, imported: RegExp, made: RegExp])[] = [
  ['Litestar', python('litestar'), /\bLitestar(?:\.from_config)?\(/],
  ['Starlite', python('starlite'), /\bStarlite\(/],
  ['Falcon', python('falcon'), /\b(?:falcon\.(?:asgi\.)?)?(?:App|API)\(/],
  ['Tornado', python('tornado'), /\bApplication\([\s\S]*\.(?:listen|bind|add_sockets?)\(/],
  ['Bottle', python('bottle'), /\b(?:Bottle|default_app|run)\(/],
  ['Pyramid', python('pyramid'), /\bmake_wsgi_app\(/],
  ['CherryPy', python('cherrypy'), /\bcherrypy\.(?:quickstart|tree\.mount|engine\.start)\(/],
  ['BlackSheep', python('blacksheep'), /\bApplication\(/],
  ['Robyn', python('robyn'), /\bRobyn\(/],
  ['hapi', node('(?:@hapi/)?hapi'), /\.server\(|\bnew\s+(?:\w+\.)?Server\(/],
  ['Restify', node('restify'), /\bcreateServer\(/],
  ['Polka', node('polka'), /\bpolka\(/],
  ['H3', node('h3'), /\bcreateApp\(|\bnew\s+H3\(/],
  ['AdonisJS', node('@adonisjs/(?:core|ignitor)'), /\bnew\s+Ignitor\(/],
  ['Sails', node('sails'), /\blift\(/],
  ['LoopBack', node('@loopback/rest'), /\bRestApplication\b/],
  ['tRPC', node('@trpc/server/adapters/standalone'), /\bcreateHTTPServer\(/],
  ['Apollo Server', node('@apollo/server/standalone'), /\bstartStandaloneServer\(/],
];

const word =
  /litestar|starlite|falcon|tornado|bottle|pyramid|cherrypy|blacksheep|robyn|hapi|restify|polka|['"]h3|adonisjs|sails|loopback|trpc|apollo/;

export function unreadServices(sources: readonly SourcePath[], read: (path: string) => string | undefined): readonly UnreadService[] {
  return sources.flatMap(({ path }) => {
    if (isSide(path) || scriptFolder.test(path) || scriptFile.test(path) || /(?:^|\/)tests?\/|\.(?:test|spec)\.\w+$/.test(path)) return [];
    const text = read(path);
    if (text === undefined || !word.test(text)) return [];
    const found = frameworks.find(([, imported, made]) => imported.test(text) && made.test(text));
    return found === undefined ? [] : [{ path, framework: found[0] }];
  });
}
