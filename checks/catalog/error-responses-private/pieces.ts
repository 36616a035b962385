// What one piece of an answer gives away.
import type { Expression, Piece, Source, Unit } from '../../model.ts';
import { document, spellsWrite, takenKeys } from './documents.ts';

type Exception = Extract<Source, { kind: 'exception' }>;
type Request = Extract<Source, { kind: 'request' }>;

/** The leak, in words that follow "carries"; undefined for a harmless piece. `failed`: the answer is surely one to an error. */
export function leakOf(unit: Unit, piece: Piece, failed: boolean): string | undefined {
  const symbols = unit.symbols(piece.value);
  const bySymbol = rejected.find(([, pattern]) => symbols.some((symbol) => pattern.test(symbol)))?.[0];
  if (bySymbol !== undefined) return bySymbol;
  const sources = unit.sources(piece.value);
  const ofException = sources.flatMap((source) => (source.kind === 'exception' ? (exceptionLeak(unit, piece, source) ?? []) : []));
  if (ofException[0] !== undefined) {
    // `error.message || error` falls back on what has no message.
    const falls = piece.value.kind === 'binary' && sources.some((source) => source.kind === 'exception' && source.part === 'message');
    return falls && ofException[0] === wholeError ? undefined : ofException[0];
  }
  const atError = failed || sources.some(({ kind }) => kind === 'exception');
  if (!atError) return undefined;
  return sources.map((source) => otherLeak(source)).find((leak) => leak !== undefined);
}

export const wholeError = 'a whole error object';

/** Results of validators and clients that hold more than messages. */
const rejected: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['what express-validator rejected, with the values sent', /^npm:express-validator\b.*validationResult\(\)\.(?:array|mapped)\(\)$/],
  ['what Joi rejected, with the values sent', /^npm:(?:@hapi\/)?joi\..*\.validate(?:Async)?\(\)\.error(?:\.details)?$/],
  ['a whole database error', /^npm:@supabase\/(?:supabase-js|ssr|auth-helpers-[\w-]+)\.create\w*Client\(\)\..*\(\)\.error$/],
];

function exceptionLeak(unit: Unit, piece: Piece, source: Exception): string | undefined {
  if (source.part === 'stack') return 'a stack trace';
  if (source.part === 'whole') return isZod(unit, piece, source) || isNoError(piece) || isConstant(piece) ? undefined : wholeError;
  if (source.spelled === true && spellsInput(unit, piece, source)) return 'the text of a validation error, which repeats the values sent';
  if (source.spelled === true && piece.language === 'python' && source.types.some((type) => statements.test(type))) return statement;
  if (source.spelled === true && source.types.some((type) => takenKeys.test(type))) return document;
  if (source.part === 'message' && spellsWrite(unit, piece, source)) return document;
  if (source.part !== 'inputs' || !carriesInputs(unit, piece, source)) return undefined;
  return source.field === undefined || sentFields.test(source.field) ? 'what was rejected as invalid, with the values sent' : undefined;
}

/** Fields of one input error that hold what was sent. */
const sentFields = /^(?:input|ctx|body|value|target|context|instance|\[\])$/;

/** Pydantic's errors hold the input. Of JavaScript's libraries some do; zod's issues, Fastify's and Yup's do not. */
function carriesInputs(unit: Unit, piece: Piece, source: Exception): boolean {
  const types = [...source.types, ...testedTypes(unit, piece)];
  if (piece.language === 'python' && isPydantic1(unit)) return types.some((type) => !/ValidationError$/.test(type) && !isCallError(type));
  // What an error of the service's own holds was put there by the service.
  const isOwn = types.length === 0 && source.own !== undefined && source.own.length > 0;
  if (piece.language === 'python')
    return (types.length === 0 && !isOwn) || types.some((type) => /ValidationError$|Exception$|^\?/.test(type));
  return types.some((type) => /joi|mongoose|sequelize|class-validator|express-validator/i.test(type));
}

/** What a remote procedure failed with: its details() are a line of text. */
const isCallError = (type: string): boolean => /^py:grpc\b/.test(type);

/** Made a text, what pydantic 2 and FastAPI say of invalid input shows `input_value`. */
const spellsInput = (unit: Unit, piece: Piece, { types }: Exception): boolean =>
  piece.language === 'python' && types.some((type) => inputErrors.test(type)) && !isPydantic1(unit);
/** SQLAlchemy ends the text of what a statement failed with on `[SQL: …] [parameters: …]`. */
const statement = 'the text of a database error, which repeats the SQL and the values sent';
const statements =
  /^py:sqlalchemy\.exc\.(?:SQLAlchemy|StatementError|DBAPI|Database|Integrity|Operational|Programming|Data|Internal|NotSupported)(?:Error)?$/;
const inputErrors =
  /^py:fastapi\.(?:exceptions\.)?(?:WebSocket)?Re(?:quest|sponse)ValidationError$|^py:pydantic(?:_core)?\.(?:\w+\.)?ValidationError$/;

/** Its errors name places and reasons, and repeat nothing. */
export const isPydantic1 = ({ packages }: Unit): boolean => /^[01](?:\.|$)/.test(packages.pydantic ?? '');

const isZod = (unit: Unit, piece: Piece, source: Exception): boolean =>
  [...source.types, ...testedTypes(unit, piece)].some((type) => /ZodError/.test(type));

/** Classes the error was compared with before. */
function testedTypes(unit: Unit, piece: Piece): readonly string[] {
  return piece.guards.flatMap(({ test, holds }) =>
    holds && test.kind === 'binary' && test.operator === 'instanceof' ? [...unit.symbols(test.right), lastName(test.right)] : [],
  );
}

/** `error instanceof Error ? error.message : error`: what is left was thrown as a plain value; so is what was found to be a text. */
const isNoError = (piece: Piece): boolean => piece.guards.some(({ test, holds }) => tellsPlain(test, holds));

/** `if (error === translate.NO_RESULTS) ctx.throw(501, error)`: what was thrown is a constant of the source. */
const isConstant = ({ value, guards }: Piece): boolean =>
  value.kind === 'name' &&
  guards.some(({ test, holds }) => {
    if (!holds || test.kind !== 'binary' || test.operator !== '==') return false;
    const sides = [test.left, test.right];
    return (
      sides.some((side) => side.kind === 'name' && side.name === value.name) &&
      sides.some((side) => /^[A-Z][A-Z\d_]+$/.test(lastName(side)))
    );
  });

function tellsPlain(test: Expression, holds: boolean): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return tellsPlain(test.value, !holds);
  if (test.kind !== 'binary') return false;
  if (test.operator === (holds ? 'and' : 'or')) return tellsPlain(test.left, holds) || tellsPlain(test.right, holds);
  if (test.operator === 'instanceof') return !holds && lastName(test.right) === 'Error';
  const asked = [test.left, test.right];
  return (
    test.operator === (holds ? '==' : '!=') &&
    asked.some((each) => each.kind === 'unary' && each.operator === 'typeof') &&
    asked.some((each) => each.kind === 'string' && each.value === 'string')
  );
}

const lastName = (expression: Expression): string => (expression.kind === 'name' || expression.kind === 'member' ? expression.name : '');

function otherLeak(source: Source): string | undefined {
  if (source.kind === 'request') return requestLeak(source);
  if (source.kind === 'literal') return typeof source.value === 'string' && sql.test(source.value) ? 'SQL' : undefined;
  return source.kind === 'result' && source.symbols.some((symbol) => paths.test(symbol)) ? 'a path of the server’s files' : undefined;
}

/** One named field is told back so that the sender knows which; all of it, or a credential, is not. */
function requestLeak({ part, field }: Request): string | undefined {
  if (part !== 'body' && part !== 'headers') return undefined;
  if (field === undefined) return part === 'body' ? 'the body of the request' : 'the headers of the request';
  return credentials.test(field) ? `${field} of the request’s ${part}` : undefined;
}

const credentials = /passw|secret|token|authorization|cookie|api[-_]?key|credential|^pin$|card[-_]?number|cvv/i;
const sql = /^\s*(?:select\s[^;]{1,400}?\sfrom\s+["\w]|insert\s+into\s+["\w]|update\s+["\w.]+\s+set\s|delete\s+from\s+["\w])/i;
const paths =
  /^(?:py:__file__|py:os\.getcwd\(?\)?|js:__dirname|js:__filename|(?:js|node):process\.cwd|js:import\.meta\.(?:url|dirname|filename))$/;
