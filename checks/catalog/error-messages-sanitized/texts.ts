// Whose words an exception speaks: those written here for the user, or those of a library and of the language.
import type { Expression, Guard, Piece, ResponseSite, Source, Unit } from '../../model.ts';
import { isReplaced } from './replaced.ts';

type Exception = Extract<Source, { kind: 'exception' }>;

/** Errors whose text is meant for whoever asked: HTTP errors that the service made, and faults of the input by field. */
const forUsers =
  /HTTPException$|HttpException$|HttpError$|Http404$|APIException$|^py:werkzeug\.exceptions\.|^py:rest_framework\.(?:exceptions|serializers)\.|Validat(?:ion|or)\w*Error$|ValidationException$|^npm:zod\b.*Error|ZodError|^npm:http-errors|^npm:@nestjs\/common\.\w*Exception$|^npm:@hapi\/boom|^npm:routing-controllers|GraphQLError$|PermissionDenied$|^\?/;
/** Classes that a service raises itself with words of its own as often as not. */
const builtIn =
  /^py:(?:ValueError|KeyError|LookupError|IndexError|PermissionError|FileNotFoundError|NotImplementedError|TypeError|RuntimeError|AssertionError|TimeoutError)$/;

/** What the text is, in words that follow "carries"; undefined where it was written for the user. */
export function foreignText(unit: Unit, site: ResponseSite, piece: Piece): string | undefined {
  const sources = unit.sources(piece.value);
  const [exception] = sources.filter(
    (source): source is Exception =>
      source.kind === 'exception' && (isText(piece.value, source) || isSent(unit, site, piece, source)) && !isOurs(unit, source),
  );
  const isLeft = exception !== undefined && !isReplaced(unit, piece, (test, holds) => tells(unit, test, holds));
  if (isLeft && !isMeant(unit, [...site.guards, ...piece.guards, ...(exception.guards ?? [])])) return inWords(exception);
  const ofDatabase =
    unit.symbols(piece.value).some((symbol) => databaseText.test(symbol)) ||
    sources.some((source) => source.kind === 'result' && source.symbols.some((symbol) => databaseText.test(symbol)));
  return ofDatabase ? 'the text of a database error' : undefined;
}

const databaseText = /^npm:@supabase\/(?:supabase-js|ssr|auth-helpers-[\w-]+)\.create\w*Client\(\)\..*\.error\.(?:message|details|hint)$/;

/** The message, the stack, which begins with it, or the whole of it made to text. */
const isText = (value: Expression, { part }: Exception): boolean =>
  part === 'message' ||
  part === 'stack' ||
  (part === 'whole' && (value.kind === 'template' || value.kind === 'binary' || value.kind === 'call'));

/** `reply.send(error)` of Fastify answers with the error's message. */
const isSent = (unit: Unit, { how }: ResponseSite, { value }: Piece, { part }: Exception): boolean =>
  part === 'whole' &&
  value.kind === 'name' &&
  how.endsWith('.send') &&
  unit.frameworks.includes('fastify') &&
  !unit.frameworks.includes('express');

function isOurs(unit: Unit, { types, own }: Exception): boolean {
  const others = types.filter((type) => !forUsers.test(type) && !(builtIn.test(type) && isRaisedHere(unit, type)));
  return others.length === 0 && (types.length > 0 || (own !== undefined && own.length > 0));
}

/** `raise ValueError("The title is too long.")` somewhere in the service. */
const isRaisedHere = (unit: Unit, type: string): boolean =>
  unit.raised.some(
    (raised) =>
      raised.types.includes(type) && raised.values.every((value) => unit.sources(value).every(({ kind }) => kind !== 'exception')),
  );

/** Conditions that tell errors which may speak from those that may not. */
function isMeant(unit: Unit, guards: readonly Guard[]): boolean {
  return guards.some(({ test, holds }) => tells(unit, test, holds));
}

function tells(unit: Unit, test: Expression, holds: boolean): boolean {
  if (test.kind === 'unary' && test.operator === 'not') return tells(unit, test.value, !holds);
  if (test.kind === 'binary') {
    if (test.operator === 'and' && holds) return tells(unit, test.left, true) || tells(unit, test.right, true);
    if (test.operator === 'or' && !holds) return tells(unit, test.left, false) || tells(unit, test.right, false);
    // `debug or status == Status.invalid`: either lets it through.
    if (test.operator === 'or')
      return [test.left, test.right].every((each) => unit.trueIn(each) === 'development' || tells(unit, each, true));
    if (test.operator === 'instanceof') return holds && isOwnClass(unit, test.right);
    if (/^[<>]=?$/.test(test.operator)) return speaksOfStatus(unit, test);
    if (test.operator === '==' && test.right.kind === 'boolean') return tells(unit, test.left, holds === test.right.value);
    if (test.operator === '==' || test.operator === '!=')
      return holds === (test.operator === '==') ? comparesKind(unit, test) : speaksOfStatus(unit, test, /^5\d\d$/);
    return false;
  }
  if (test.kind === 'call') {
    const callee = test.callee.kind === 'name' || test.callee.kind === 'member' ? test.callee.name : '';
    if (callee === 'isinstance') return holds && test.args[1] !== undefined && isOwnClass(unit, test.args[1].value);
    if (/^(?:endsWith|startsWith|includes)$/.test(callee)) return holds && namesOwnClass(unit, test);
    return holds && /^is(?:Http|Boom|Api|App|Operational|User|Client|Public|Domain|Known|Problem)\w*$/i.test(callee);
  }
  return (
    holds &&
    (test.kind === 'member' || test.kind === 'name') &&
    /^(?:expose|isOperational|operational|isPublic|public|isClientError|validation|isJoi|isBoom|isUserError|isProblem|isAppError|isApiError|isHttpError|isKnown|isDomainError|isClient|status|statusCode|status_code)$/i.test(
      test.name,
    )
  );
}

/** A class of the service, or one whose text is for users; `Error` says nothing. */
function isOwnClass(unit: Unit, expression: Expression): boolean {
  if (expression.kind === 'list') return expression.items.every(({ value }) => isOwnClass(unit, value));
  const symbols = unit.symbols(expression);
  return symbols.every((symbol) => forUsers.test(symbol) || (builtIn.test(symbol) && isRaisedHere(unit, symbol)));
}

/** `error.name.endsWith('PlanError')`, where the service raises errors of its own so called. */
function namesOwnClass(unit: Unit, { callee, args: [first] }: Extract<Expression, { kind: 'call' }>): boolean {
  const word = first?.value.kind === 'string' ? first.value.value : undefined;
  if (word === undefined || callee.kind !== 'member' || callee.object.kind !== 'member' || callee.object.name !== 'name') return false;
  return word !== 'Error' && unit.raised.some(({ types, named }) => types.length === 0 && named?.includes(word));
}

/** That it is not a 429 says nothing of what else it is; that it is no 500 does. */
const speaksOfStatus = (unit: Unit, test: Expression, which = /^[45]\d\d$/): boolean =>
  unit.words(test).some((word) => /^(?:status|statusCode|status_code|code)$/.test(word)) &&
  unit.words(test).some((word) => which.test(word));

/** `error.name === 'ValidationError'`. */
const comparesKind = (unit: Unit, test: Expression): boolean => {
  const words = unit.words(test);
  return (
    words.some((word) => /Validation|Zod|Joi|^Yup|HttpError|HTTPException|AppError|^INVALID|^BAD_REQUEST|^NOT_FOUND/.test(word)) ||
    speaksOfStatus(unit, test)
  );
};

function inWords({ types }: Exception): string {
  const [type] = types;
  const name = type?.replace(/^\w+:/, '').split('.').at(-1);
  if (name === undefined || /^(?:Exception|BaseException|Error)$/.test(name)) return 'the text of whatever error came up';
  return `the text of ${name}, which a library writes for developers`;
}
