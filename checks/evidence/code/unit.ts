// One service as judges may question it: the model's Unit over the middle.
import { lastName } from '../../model/nodes.ts';
import type { ErrorHandler, Expression, RaisedError, ResultUse, Unit } from '../../model.ts';
import { assignmentsTo, entriesNamed } from './assignments.ts';
import { callsTo } from './call-index.ts';
import { callersOf } from './callers.ts';
import { siteOf, targetsOf } from './calls.ts';
import { callsFrom } from './calls-from.ts';
import { contextOf } from './context.ts';
import type { FoundUnit } from './discover.ts';
import { elsewhereOf } from './elsewhere.ts';
import { fieldsOf, symbolsOf } from './entities.ts';
import { environmentBehind } from './environment-behind.ts';
import { environmentReadsOf } from './environment-variables.ts';
import { callOf } from './found-call.ts';
import { basesOf } from './frameworks/bases.ts';
import { functionsIn } from './frameworks/holders.ts';
import { injectedIn } from './frameworks/injected.ts';
import { logsOf } from './frameworks/logs.ts';
import { middlewareOf } from './frameworks/middleware.ts';
import { responsesOf } from './frameworks/responses.ts';
import { assignRoles } from './frameworks/roles.ts';
import { routesOf } from './frameworks/routes.ts';
import { calledPerRow } from './frameworks/serializer-fields.ts';
import { meaning } from './guards.ts';
import { modelCallsOf } from './model-calls.ts';
import { importsOf } from './module-imports.ts';
import { piecesOf } from './pieces.ts';
import { codeFunction, placeOf } from './places.ts';
import type { Program } from './program.ts';
import { queriesOf, queriesOfFile } from './queries.ts';
import { isReferred } from './referred.ts';
import { resultUse } from './result-use.ts';
import { serverActionsOf } from './server-actions.ts';
import { sourcesOf } from './sources.ts';
import { functionsBehind, handedTo, startHooks, starts } from './start.ts';
import { uniqueKeysOf } from './unique-keys.ts';
import { worth } from './values.ts';
import { wordsIn } from './words.ts';

export function makeUnit(program: Program, found: FoundUnit): Unit {
  assignRoles(program);
  const lazily = <T>(make: () => T): (() => T) => {
    let made: { readonly value: T } | undefined;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  const packages = lazily(found.packages);
  const elsewhere = lazily(() => elsewhereOf(program, found.beside()));
  const routes = lazily(() => routesOf(program));
  const middleware = lazily(() => middlewareOf(program));
  const responses = lazily(() => responsesOf(program));
  const logs = lazily(() => logsOf(program));
  const reads = lazily(() => environmentReadsOf(program));
  const handlers = lazily(() => errorHandlersOf(program));
  const raised = lazily(() => raisedIn(program));
  return {
    root: found.root,
    languages: [...new Set(program.files.map(({ source }) => source.language))],
    frameworks: [...new Set(found.entries.map(({ framework }) => framework))],
    entries: found.entries.map(({ place }) => place),
    startCommands: found.startCommands,
    get packages() {
      return packages();
    },
    get elsewhere() {
      return elsewhere();
    },
    calls: (...patterns) => callsTo(program, patterns),
    assignments: (...names) => assignmentsTo(program, names),
    entriesNamed: (...keys) => entriesNamed(program, keys),
    get routes() {
      return routes();
    },
    get middleware() {
      return middleware();
    },
    get serverActions() {
      return serverActionsOf(program);
    },
    imports: (...modules) => importsOf(program, modules),
    get responses() {
      return responses();
    },
    get logs() {
      return logs();
    },
    get environmentReads() {
      return reads();
    },
    get uniqueKeys() {
      return uniqueKeysOf(program);
    },
    get queries() {
      return queriesOf(program);
    },
    queriesIn: ({ node }) => queriesOfFile(program, contextOf(node).file).filter(({ call }) => call.inFunction?.node === node),
    get calledPerRow() {
      return calledPerRow(program).map(codeFunction);
    },
    get modelCalls() {
      return modelCallsOf(program);
    },
    get errorHandlers() {
      return handlers();
    },
    get raised() {
      return raised();
    },
    data: (name) => dataNear(program, found.root, name),
    value: (expression) => worth(program, expression),
    sources: (expression) => sourcesOf(program, expression),
    pieces: (expression) => piecesOf(program, expression),
    symbols: (expression) => symbolsOf(program, expression),
    fieldsOf: (annotation) => fieldsOf(program, annotation),
    basesOf: (expression) => basesOf(program, expression),
    words: (what) => wordsIn('node' in what ? what.node : what),
    uses: (call): ResultUse => resultUse(program, call.node),
    callsFrom: (code) => callsFrom(program, code),
    functionsIn: (expression) => functionsIn(program, expression).map(codeFunction),
    injects: (expression) => injectedIn(program, expression),
    targets: (call) => targetsOf(program, call).map(codeFunction),
    callersOf: (code) => callersOf(program, code.node).map((call) => callOf(program, call)),
    functions: (behind) =>
      (behind ? functionsBehind(program, behind) : program.files.flatMap(({ functions }) => functions)).map(codeFunction),
    trueIn: (test) => meaning(program, test, 4),
    isReferred: ({ node }) => isReferred(program, node),
    get startHooks() {
      return startHooks(program).map(codeFunction);
    },
    handedTo: ({ node }) => {
      const call = handedTo(node);
      return call && callOf(program, call);
    },
    environmentBehind: (what) => environmentBehind(program, what),
    starts: ({ node }) => starts(program, node),
    place: (what) => ('node' in what ? placeOf(what.node) : placeOf(what)),
  };
}

function errorHandlersOf(program: Program): readonly ErrorHandler[] {
  const caught = program.files.flatMap((file) =>
    file.handlers.map((handler): ErrorHandler => {
      const { inFunction, guards } = contextOf(handler);
      const site = handler.types[0] ? siteOf(program, handler.types[0]) : undefined;
      return {
        place: placeOf(handler),
        language: file.source.language,
        inFunction: inFunction && codeFunction(inFunction),
        guards,
        runsIn: site?.runsIn ?? 'every',
        onlyAsScript: site?.onlyAsScript ?? false,
        afterError: true,
        swallowed: false,
        code: inFunction && codeFunction(inFunction),
        types: handler.types.flatMap((type) => symbolsOf(program, type)),
        how: file.source.language === 'python' ? 'except' : 'catch',
      };
    }),
  );
  const hung = [...program.roles].flatMap(([node, role]): readonly ErrorHandler[] =>
    role.kind === 'error-handler'
      ? [
          {
            ...siteOf(program, node),
            code: codeFunction(node),
            types: role.types.flatMap((type) => symbolsOf(program, type)),
            how: role.how,
          },
        ]
      : [],
  );
  return [...caught, ...hung];
}

function raisedIn(program: Program): readonly RaisedError[] {
  return program.files.flatMap((file) =>
    file.throws.map(({ value }) => ({
      ...siteOf(program, value),
      values: value.kind === 'call' ? value.args.map((argument) => argument.value) : [value],
      types: symbolsOf(program, value.kind === 'call' ? value.callee : value),
      named: lastName(value.kind === 'call' ? value.callee : value),
    })),
  );
}

function dataNear(program: Program, folder: string, name: string): Expression | undefined {
  const file = program.file(folder === '' ? name : `${folder}/${name}`);
  const said = file?.exports.find(({ exported }) => exported === 'default')?.value;
  if (said !== undefined || folder === '') return said;
  return dataNear(program, folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '', name);
}
