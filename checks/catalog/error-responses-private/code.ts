// What source shows of error answers: whether what was sent, a stack, SQL or a path is put into one.
import { eachUnit, inconclusive, merge, type Seen } from '../../answer.ts';
import type { Call, ErrorHandler, Expression, Finding, Piece, ResponseSite, Site, Unit, Value } from '../../model.ts';
import { rejectedWhole } from './nest-validation.ts';
import { stacksBesidePages } from './pages.ts';
import { isPydantic1, leakOf, wholeError } from './pieces.ts';

export const mentions = ['except', 'catch', 'error', 'abort', 'traceback', 'stack', 'post', 'put', 'patch'];

export const judgeCode = eachUnit(
  ofUnit,
  inconclusive('no error answer is made in the source: what the framework answers by itself shows only in a running service'),
);

/** Handlers that show the stack of every error, whatever the environment. */
const forDevelopment = (unit: Unit): readonly Finding[] =>
  unit
    .calls('npm:errorhandler', 'py:werkzeug.debug.DebuggedApplication')
    .filter(counts)
    .map(({ place }) => ({ message: 'a handler made for development answers every error with its stack', place }));

const counts = (site: Site): boolean => site.runsIn !== 'development' && !site.onlyAsScript;

function ofUnit(unit: Unit): Seen {
  const sites = unit.responses.filter((site) => counts(site) && site.body.length > 0);
  const bad = [...sites.flatMap((site) => leaksOf(unit, site)), ...forDevelopment(unit), ...rejectedWhole(unit)];
  return merge([{ bad: distinct(bad), good: looked(unit, sites), unclear: stacksBesidePages(unit) }, leftToFramework(unit)]);
}

function leaksOf(unit: Unit, site: ResponseSite): readonly Finding[] {
  const failed = site.afterError || isFailure(site.status) || calledAfterErrors(unit, site, 'always');
  return site.body.flatMap((body) =>
    unit
      .pieces(body)
      .filter(counts)
      .flatMap((piece) => {
        const what = leakOf(unit, piece, failed || piece.afterError);
        const asMessage = what === wholeError && piece.value === body && answersErrors(unit, site);
        return what === undefined || asMessage || isOfOthers(unit, site, body, piece, what) ? [] : [finding(site, piece, what)];
      }),
  );
}

/** In a helper that others call with errors: what is given to it for this answer holds none. */
const isOfOthers = (unit: Unit, site: ResponseSite, body: Expression, piece: Piece, what: string): boolean =>
  /stack trace|error object/.test(what) &&
  piece.inFunction !== undefined &&
  piece.inFunction.node !== site.inFunction?.node &&
  unit.callersOf(piece.inFunction).length > 1 &&
  site.inFunction !== undefined &&
  unit.callsFrom(site.inFunction).some(({ targets }) => targets.some(({ node }) => node === piece.inFunction?.node)) &&
  unit.sources(body).every((source) => source.kind !== 'unknown' && !(source.kind === 'exception' && /stack|whole/.test(source.part)));

/** A helper that error handlers call to answer. */
function calledAfterErrors(unit: Unit, { inFunction }: ResponseSite, how: 'always' | 'sometimes'): boolean {
  const callers = inFunction ? unit.callersOf(inFunction) : [];
  return (
    callers.length > 0 && (how === 'always' ? callers.every(({ afterError }) => afterError) : callers.some(({ afterError }) => afterError))
  );
}

function finding(site: ResponseSite, piece: Piece, what: string): Finding {
  const { place } = piece;
  const elsewhere = place.path !== site.place.path || place.line !== site.place.line;
  return { message: `an error answer (${site.how}) carries ${what}`, place, ...(elsewhere && { related: [site.place] }) };
}

/** Fastify makes `reply.send(error)` an answer with the message alone; Flask answers `return error` of a handler as it does by itself. */
const answersErrors = (unit: Unit, { how, inFunction }: ResponseSite): boolean =>
  (how === 'return' &&
    unit.frameworks.includes('flask') &&
    inFunction !== undefined &&
    unit.errorHandlers.some(({ code }) => code?.node === inFunction.node)) ||
  (how.endsWith('.send') && unit.frameworks.includes('fastify') && !unit.frameworks.includes('express'));

/** The status of an error, in every case the source knows of. */
function isFailure(status: Value | undefined): boolean {
  if (status?.kind === 'choice') return status.among.every((arm) => isFailure(arm.value));
  if (status?.kind === 'symbol') return /HTTP_[45]\d\d_|BAD_REQUEST|INTERNAL_SERVER_ERROR|UNPROCESSABLE/.test(status.name);
  return status?.kind === 'literal' && Number(status.value) >= 400;
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const each of findings) {
    const { place, message } = each;
    const key = place.kind === 'file' ? `${place.path}:${place.line}:${place.column}` : message;
    if (!kept.has(key)) kept.set(key, each);
  }
  return [...kept.values()];
}

const shown = 8;

/** Handlers the framework was given, each by name; catch blocks and error answers together. */
function looked(unit: Unit, sites: readonly ResponseSite[]): readonly Finding[] {
  const hung = unit.errorHandlers.filter((handler) => counts(handler) && handler.how !== 'except' && handler.how !== 'catch');
  const named = hung.slice(0, shown).map((handler) => ({
    message: `${handlerName(handler)} answers with nothing of the request, stack, SQL or paths`,
    place: handler.place,
  }));
  const answers = sites.filter(
    (site) =>
      site.afterError ||
      isFailure(site.status) ||
      /HTTPException|^HTTP[A-Z]|abort|throw/.test(site.how) ||
      calledAfterErrors(unit, site, 'sometimes'),
  );
  const [first] = answers.filter((site) => !hung.some(({ code }) => code?.node === site.inFunction?.node));
  if (first === undefined) return named;
  const many = answers.length === 1 ? 'one error answer carries' : `${answers.length} error answers carry`;
  return [...named, { message: `${many} nothing of the request, stack, SQL or paths, as here by ${first.how}`, place: first.place }];
}

const handlerName = ({ how, code }: ErrorHandler): string => (code && code.name !== '' ? `${how} ${code.name}` : `the ${how}`);

/** FastAPI answers invalid input by itself, and its answer repeats the input where pydantic 2 is used. */
function leftToFramework(unit: Unit): Seen {
  const takers = unit.routes.filter(({ framework, method }) => framework === 'fastapi' && /^(?:POST|PUT|PATCH)$/.test(method));
  const handled = unit.errorHandlers.some(
    ({ types, code }) =>
      types.some((type) => type.endsWith('.RequestValidationError')) && !(code && unit.callsFrom(code).some(asFastapiAnswers)),
  );
  if (takers.length === 0 || handled || isPydantic1(unit)) return { bad: [], good: [] };
  const message =
    'invalid input is answered by FastAPI itself, which repeats the input with pydantic 2: no handler for RequestValidationError was found';
  const model = takers.find(({ handler }) =>
    handler?.node.parameters.some(
      ({ annotation, fallback }) =>
        (annotation !== undefined && unit.fieldsOf(annotation).length > 0) ||
        (fallback?.kind === 'call' &&
          unit.symbols(fallback.callee).some((symbol) => /^py:fastapi\.(?:params\.)?(?:Body|Form)$/.test(symbol))),
    ),
  );
  return model !== undefined && isPydantic2(unit)
    ? { bad: [{ message, place: unit.entries[0] ?? model.place, related: [model.place] }], good: [] }
    : { bad: [], good: [], unclear: [message] };
}

/** A handler that logs, say, and leaves the answer to FastAPI's own handler. */
const asFastapiAnswers = ({ symbols }: Call): boolean =>
  symbols.includes('py:fastapi.exception_handlers.request_validation_exception_handler');

/** FastAPI takes no other from 0.126 on. */
const isPydantic2 = ({ packages: { pydantic = '', fastapi = '', 'pydantic-settings': settings } }: Unit): boolean =>
  /^[2-9]/.test(pydantic) || settings !== undefined || Number(/^0\.(\d+)/.exec(fastapi)?.[1] ?? 0) >= 126;
