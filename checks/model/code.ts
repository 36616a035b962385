// What a judge may ask about source code. The answers come from the middle; judges never see a parser.

import type { Containers } from './containers.ts';
import type { FilePlace } from './place.ts';
import type { CallExpression, Expression, FunctionExpression, Language, SecretShape, Statement } from './source.ts';
import type { UniqueKey } from './unique.ts';

export interface CodeEvidence {
  /** Backend services found; a client app, a library or a script collection is none. */
  readonly units: readonly Unit[];
  readonly coverage: CodeCoverage;
  /** Hard-coded secrets seen anywhere in the checkout that is not left out, service or not. */
  readonly secrets: readonly SeenSecret[];
  readonly containers: Containers;
}
export interface CodeCoverage {
  /** Files of a service whose text was read. */
  readonly filesRead: number;
  /** Of those, parsed because a check's words stand in them or another file led there. */
  readonly filesParsed: number;
  readonly leftOut: readonly { readonly reason: string; readonly files: number; readonly examples: readonly string[] }[];
  readonly unreadable: readonly { readonly path: string; readonly because: string }[];
  /** Unreadable files of a service (where none was found: files that may be one), with the words of checks that stand in them (all words where there is no text): what they hold is not known. `because` where it concerns every check. */
  readonly blindSpots: readonly { readonly path: string; readonly words: readonly string[]; readonly because?: string }[];
}
export interface SeenSecret {
  readonly place: FilePlace;
  readonly secret: SecretShape;
  /** In a client app or under a public prefix it is shipped to every user. */
  readonly reachesClients: boolean;
}

/**
 * A symbol names what an expression refers to, followed through imports, re-exports, assignments and instances:
 * `npm:jsonwebtoken.verify`, `npm:koa().use` (a method of `new Koa()`), `node:http.createServer`, `js:console.log`,
 * `py:fastapi.FastAPI().add_middleware`, `py:print`, `py:os.environ.get`. Default and namespace imports add no segment.
 * A receiver nobody could follow is `?`: `?.set`. A pattern `*.set` matches any symbol that ends in `.set`; `npm:koa().*` any that starts so.
 */
export type SymbolPattern = string;

/** One deployable backend. */
export interface Unit {
  /** Relative to the audited root; '' is the root itself. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** `fastapi`, `starlette`, `flask`, `django`, `koa`, `express`, `fastify`, `nest`, `hono`, `node-http`, `next`, `supabase-function`, `worker`. */
  readonly frameworks: readonly string[];
  readonly entries: readonly FilePlace[];
  readonly startCommands: readonly StartCommand[];
  /** Versions as lock files hold them, else the lowest that manifests admit; by name in lower case, with `-` for `_`; '' for a package of Python that is named without one. */
  readonly packages: Readonly<Record<string, string>>;
  /** Packages of the same repository that it imports and whose source is not here: what they do nobody can tell. */
  readonly elsewhere: readonly string[];

  /** Calls (and constructions) in service code whose callee may be one of the symbols. */
  calls(...patterns: readonly SymbolPattern[]): readonly Call[];
  /** Reads and writes of a dotted place that is no call: `py:CORS_ALLOW_ALL_ORIGINS`, header maps, `ctx.body = …`. */
  assignments(...names: readonly string[]): readonly Assignment[];
  /** Object entries or string-keyed assignments under this key (any case): header maps. */
  entriesNamed(...keys: readonly string[]): readonly Assignment[];
  readonly routes: readonly Route[];
  /** Whatever leaves the service as an answer. */
  readonly responses: readonly ResponseSite[];
  /** print, console, stdout and logger calls. */
  readonly logs: readonly LogSite[];
  readonly environmentReads: readonly EnvironmentRead[];
  /** Calls that ask a database, each at the end of its chain. */
  readonly queries: readonly DatabaseQuery[];
  /** Those that stand in this very function, not in one within it. */
  queriesIn(code: CodeFunction): readonly DatabaseQuery[];
  /** Columns that hold a value only once, as entities, schemas and Prisma's models say. */
  readonly uniqueKeys: readonly UniqueKey[];
  /** Methods that a framework calls for each row of a list it shows: fields that serializers of REST framework work out. */
  readonly calledPerRow: readonly CodeFunction[];
  /** Calls that have a language model write. */
  readonly modelCalls: readonly ModelCall[];
  /** Functions that run when an error was raised: except and catch blocks, error middleware, exception handlers. */
  readonly errorHandlers: readonly ErrorHandler[];
  /** `raise` and `throw`. */
  readonly raised: readonly RaisedError[];

  /** Middleware, plugins, hooks and interceptors that are hung up: an import or a definition alone is none. */
  readonly middleware: readonly Middleware[];
  /** Where functions are marked to be called by the pages of an application: `'use server'` of React, for a file or a function. */
  readonly serverActions: readonly FilePlace[];
  /** Imports and requires of these packages, or of what lies below them, also for their effect alone; of all where none is named. */
  imports(...modules: readonly string[]): readonly ModuleImport[];

  /** What a JSON or YAML file of that name says, in the folder of the service or the nearest above; undefined where there is none. */
  data(name: string): Expression | undefined;
  value(expression: Expression): Value;
  /** Where the data in an expression comes from, through names, pieces, helpers' results and callers' arguments. */
  sources(expression: Expression): readonly Source[];
  /** Entries, items and arms that end up in an expression, through names, spreads, later writes and helpers; itself where it is no composite. */
  pieces(expression: Expression): readonly Piece[];
  symbols(expression: Expression): readonly string[];
  /** Fields of the class that an annotation names, its own and inherited; none where it is no class of this service. */
  fieldsOf(annotation: Expression): readonly string[];
  /** Symbols of what the class that an expression names is derived from, also through classes of this service; none where it is no class of this service. */
  basesOf(expression: Expression): readonly string[];
  /** Names, members, keys, texts and numbers that stand in a piece of code; what it calls is left aside. */
  words(what: Expression | CodeFunction): readonly string[];
  /** Which keys of a call's result are read, and whether it goes further than those reads. */
  uses(call: Call): ResultUse;
  /** Calls made by a function, through helpers of this service; depth of 6. */
  callsFrom(code: CodeFunction): readonly Call[];
  callersOf(code: CodeFunction): readonly Call[];
  /** Functions of this service that a call may run. */
  targets(call: CallExpression): readonly CodeFunction[];
  /** Functions an expression stands for: itself, an object that can be called, what a wrapper or `Depends` is given. */
  functionsIn(expression: Expression): readonly CodeFunction[];
  /** What `Depends` or `Security` is given in an annotation, a default or a field of a class, also through a name for them (FastAPI). */
  injects(expression: Expression): readonly Expression[];
  /** All functions of the service; with an expression, those it names: for a class or an instance, its methods. */
  functions(behind?: Expression): readonly CodeFunction[];
  /** False for a plain function that nothing in the service names: dead code, or a helper of tests. */
  isReferred(code: CodeFunction): boolean;
  /** Functions a framework runs once before it takes requests, and those that make or start the server. */
  readonly startHooks: readonly CodeFunction[];
  /** The call that a function written in place is an argument of. */
  handedTo(code: CodeFunction): Call | undefined;
  /** Names of the environment variables that decide what an expression is, or that a function's body looks at; `?` for one worked out at run time. */
  environmentBehind(what: Expression): readonly string[];
  /** The runs in which a test is true, as far as it speaks of the environment the service runs in. */
  trueIn(test: Expression): RunsIn | undefined;
  /** Whether the call makes the service listen. */
  starts(call: Call): boolean;
  place(expression: Expression | CodeFunction): FilePlace;
}

export interface CodeFunction {
  readonly name: string;
  readonly path: string;
  readonly node: FunctionExpression;
  readonly owner: string | undefined;
}

/** A condition that holds where a site stands. */
export interface Guard {
  readonly test: Expression;
  readonly holds: boolean;
  /** What runs instead where it does not hold; absent where the condition is part of an expression. */
  readonly otherwise?: readonly Statement[];
}

/** Which runs of the service a site belongs to, as far as guards on the environment tell. */
export type RunsIn = 'every' | 'production' | 'development';

export interface Site {
  readonly place: FilePlace;
  readonly language: Language;
  readonly inFunction: CodeFunction | undefined;
  readonly guards: readonly Guard[];
  readonly runsIn: RunsIn;
  /** Under `if __name__ == "__main__"` or its JavaScript twin, or run only by commands that somebody types and that serve nobody. */
  readonly onlyAsScript: boolean;
  /** In an except or catch block, or in a function that runs when an error was raised. */
  readonly afterError: boolean;
  /** An error raised here is caught by code that goes on as if nothing were wrong. */
  readonly swallowed: boolean;
}
/** What an object, list or text is put together from, each where it is written. */
export interface Piece extends Site {
  readonly key: string | undefined;
  readonly value: Expression;
}
export interface RaisedError extends Site {
  /** What the error is made from. */
  readonly values: readonly Expression[];
  /** Its class, where that is none of the service's own. */
  readonly types: readonly string[];
  /** What its class, or what is raised, is called where it is raised. */
  readonly named?: string | undefined;
}

export interface Call extends Site {
  /** Where it stands, alone: for what is made of a call and stands where it does. */
  readonly site: Site;
  readonly symbols: readonly string[];
  readonly node: CallExpression;
  /** Functions of this service that the callee may be. */
  readonly targets: readonly CodeFunction[];
  readonly awaited: boolean;
  readonly inLoop: boolean;
  /** Names of the exceptions caught around it; `*` catches all. */
  readonly caught: readonly string[];
  /** The except and catch blocks that an error of it comes to, innermost last. */
  readonly handlers: readonly FilePlace[];
  /** Calls that it is an argument of, also inside functions written there, and calls that a `with` around it entered; innermost last. */
  readonly around: readonly Call[];
  /** Whether it ends the process. */
  readonly ends: boolean;
  argument(position: number, name?: string): Expression | undefined;
  /**
   * A keyword argument, or a key of an object or dict argument, through constants, spreads and merges.
   * `absent`: surely not given. `unknown`: it may hide in something that could not be followed.
   */
  option(name: string): Value | 'absent' | 'unknown';
}
export interface Assignment extends Site {
  readonly name: string;
  readonly value: Expression;
  /** Symbols of the call that the literal it stands in is given to at once: `fetch(url, { headers: { … } })`. */
  readonly givenTo?: readonly string[];
  /** What the member belongs to: `npm:axios.defaults` of `axios.defaults.timeout = …`; absent for a plain name. */
  readonly owner?: readonly string[];
  /** The class whose field it is. */
  readonly ofClass?: string;
}
/** A line outside source that starts a server, or migrates its database right before: of a Dockerfile, a Procfile, a start script, a package's scripts. */
export interface StartCommand {
  readonly text: string;
  /** What stands in the file of settings that it names, spelled as options. */
  readonly settings?: string;
  readonly place: FilePlace;
}

export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly place: FilePlace; readonly secret?: SecretShape }
  | { readonly kind: 'list'; readonly items: readonly Value[]; readonly complete: boolean; readonly place: FilePlace }
  | {
      readonly kind: 'record';
      readonly entries: readonly (readonly [string, Value])[];
      readonly complete: boolean;
      readonly place: FilePlace;
    }
  /** An environment variable, perhaps parsed (`split`, `int`, …), with its default. */
  | {
      readonly kind: 'environment';
      readonly name: string;
      readonly fallback: Value | undefined;
      readonly required: boolean;
      readonly place: FilePlace;
    }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string; readonly place: FilePlace }
  | { readonly kind: 'text'; readonly parts: readonly Value[]; readonly place: FilePlace }
  | { readonly kind: 'function'; readonly code: CodeFunction; readonly place: FilePlace }
  | { readonly kind: 'symbol'; readonly name: string; readonly place: FilePlace }
  /** Either of several, each with the runs it belongs to: both arms of a condition, `or` defaults, reassignments. */
  | { readonly kind: 'choice'; readonly among: readonly { readonly value: Value; readonly runsIn: RunsIn }[]; readonly place: FilePlace }
  | { readonly kind: 'unknown'; readonly because: string; readonly place: FilePlace };

export type Source =
  | {
      readonly kind: 'exception';
      readonly part: 'message' | 'stack' | 'whole' | 'inputs';
      readonly types: readonly string[];
      /** Classes of the service's own among what is caught: their text was written here. */
      readonly own?: readonly string[];
      /** What holds where the exception is named. */
      readonly guards?: readonly Guard[];
      /** The part of each input error that is taken: `loc`, `msg`. */
      readonly field?: string;
      /** The exception itself was made a text: `str(error)`, `f"{error}"`. */
      readonly spelled?: true;
      /** The except or catch block that names it; none where a function is handed it. */
      readonly handler?: FilePlace;
      readonly place: FilePlace;
    }
  | {
      readonly kind: 'request';
      readonly part: 'body' | 'headers' | 'query' | 'path' | 'url' | 'whole';
      /** One field or header of it, where only that is taken. */
      readonly field?: string;
      readonly place: FilePlace;
    }
  /** `masked`: held by a type that shows asterisks instead of its value. `partial`: a slice or piece of it. */
  | {
      readonly kind: 'environment';
      readonly name: string;
      readonly masked?: true;
      readonly partial?: true;
      readonly place: FilePlace;
    }
  | { readonly kind: 'secret'; readonly secret: SecretShape; readonly place: FilePlace }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly place: FilePlace }
  | { readonly kind: 'result'; readonly symbols: readonly string[]; readonly place: FilePlace }
  | { readonly kind: 'parameter'; readonly name: string; readonly code: CodeFunction; readonly place: FilePlace }
  | { readonly kind: 'unknown'; readonly place: FilePlace };

export interface ResultUse {
  readonly keys: readonly string[];
  /** Returned, passed to another function or stored. */
  readonly escapes: boolean;
  readonly logged: boolean;
  readonly dropped: boolean;
}

export interface Route {
  /** Upper case; `*` for any. */
  readonly method: string;
  /** With the prefixes of its routers; `:name` for parameters. A part that could not be followed is `?`. */
  readonly path: string;
  readonly place: FilePlace;
  readonly framework: string;
  readonly handler: CodeFunction | undefined;
  /** Middleware, dependencies and guards that run before the handler, outermost first. */
  readonly before: readonly Expression[];
  /** The test of an address that the service compares by hand: the handler serves others too. */
  readonly when?: Guard;
  /** Where the framework itself looks for the object that the address names: a method of a view, or its query. */
  readonly among?: Expression;
  /** Where the framework itself makes a row: the query of the view and its serializer, as far as it names them. */
  readonly makes?: readonly Expression[];
  /** Nothing in the source hangs its router on an application: its prefix and what runs before it are not all known. */
  readonly adrift?: true;
}
/** Something that runs round the requests of a service. */
export interface Middleware extends Site {
  /** What was hung up: `npm:pino-http()`, `py:starlette_context.middleware.ContextMiddleware`; none for a function written there. */
  readonly symbols: readonly string[];
  /** Functions of this service that it runs. */
  readonly functions: readonly CodeFunction[];
  /** The calls of a package that made it. */
  readonly made: readonly Call[];
  /** `use`, `add_middleware`, `MIDDLEWARE`, … */
  readonly how: string;
  /** The call that hangs it up; its options may be the middleware's. */
  readonly hungBy?: Call;
  /** Options that its own file names for whoever loads it: `export const autoConfig = { … }` beside a plugin of Fastify. */
  readonly handed?: Expression;
}
export interface ModuleImport {
  readonly module: string;
  readonly place: FilePlace;
  readonly runsIn: RunsIn;
}
export interface ResponseSite extends Site {
  /** What goes into the body (or the error that becomes one). */
  readonly body: readonly Expression[];
  readonly headers: readonly Expression[];
  readonly status: Value | undefined;
  /** `return`, `res.json`, `HTTPException`, … for the message. */
  readonly how: string;
}
export interface LogSite extends Site {
  readonly through: 'print' | 'console' | 'stdout' | 'logger';
  /** `print`, `console.log`, `logger.info`. */
  readonly how: string;
  readonly values: readonly Expression[];
}
export interface DatabaseQuery {
  readonly call: Call;
  readonly does: 'read' | 'insert' | 'upsert' | 'update' | 'delete';
  /** `SQL`, `SQLAlchemy`, `a query builder`, … */
  readonly through: string;
  /** Asks for every column by a star. */
  readonly everyColumn: boolean;
  /** By a condition or a limit; false where all rows are asked for. */
  readonly bounded: boolean;
  /** The calls of the chain, from its start. */
  readonly steps: readonly QueryStep[];
  /** Of an insert: new objects of the service's own classes that it is handed, or called on. */
  readonly made: readonly { readonly model: string; readonly call: CallExpression }[];
}
export interface QueryStep {
  readonly name: string;
  readonly args: readonly Expression[];
  readonly node: CallExpression;
}
export interface ModelCall {
  readonly call: Call;
  /** `OpenAI`, `Anthropic`, …; `HTTP` where no library is in between. */
  readonly library: string;
  readonly overHttp: boolean;
  /** Calls that made the client, with its options; empty where they are not in sight. */
  readonly clients: readonly Call[];
}
export interface EnvironmentRead extends Site {
  readonly name: string;
  readonly fallback: Value | undefined;
  /** Absence is noticed where it is read: `os.environ["X"]`, a required field of a schema or settings class. */
  readonly required: boolean;
  /** Calls that notice its absence: what parses the schema, what makes the settings. */
  readonly checkedBy: readonly Call[];
  /** `request`: the host hands the environment over with each request (Cloudflare Workers). */
  readonly through: 'direct' | 'settings' | 'schema' | 'request';
  /** As far as a schema, an annotation or a cast tells. */
  readonly type: 'string' | 'number' | 'boolean' | 'url';
  /** It stands where a condition says that the variable is set: what goes without it goes without. */
  readonly wherePresent?: true;
  /** A condition asks whether it is there, and its value goes nowhere. */
  readonly onlyAsked?: true;
}
export interface ErrorHandler extends Site {
  readonly code: CodeFunction | undefined;
  /** Exception classes handled; empty: all. */
  readonly types: readonly string[];
  /** `except`, `catch`, `exception_handler`, `error middleware`, `exception filter`. */
  readonly how: string;
}
