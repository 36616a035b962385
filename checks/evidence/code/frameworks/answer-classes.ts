// Classes whose instances are answers: the frameworks' own, and those that a service derives from them.
import type { CallExpression, Expression } from '../../../model.ts';
import { entities, symbolsOf } from '../entities.ts';
import type { Program } from '../program.ts';

/** Classes whose instance is an answer: where its body, status and headers stand. */
export const answers =
  /^(?:py:(?:fastapi|starlette)\.responses\.\w*Response|py:sse_starlette(?:\.sse)?\.EventSourceResponse|py:fastapi\.(?:Response|\w+Response)|py:flask\.(?:Response|make_response|jsonify)|py:quart\.\w+|py:django\.http\.(?:\w*Response\w*)|py:rest_framework\.response\.Response|js:Response|js:Response\.json|npm:next\/server\.NextResponse(?:\.json)?|js:NextResponse(?:\.json)?|py:sanic\.response\.\w+|py:aiohttp\.web\.\w*[rR]esponse)$/;
/** Errors that become an answer with their message as body; Django's Http404 shows its own only in debug mode. */
export const errors =
  /^(?:py:(?:fastapi|starlette)\.(?:exceptions\.)?HTTPException|py:flask\.abort|py:werkzeug\.exceptions\.\w+|py:rest_framework\.exceptions\.\w+|py:aiohttp\.web(?:_exceptions)?\.HTTP(?!Exception$|Found$|SeeOther$|Mov|\w*Redirect|MultipleChoices$|NotModified$|UseProxy$|Ok$|Created$|Accepted$|No[A-Z]|Reset|Partial|Successful)\w+|py:ninja\.errors\.HttpError|npm:@nestjs\/common\.\w*Exception|npm:http-errors(?:\.(?!isHttpError$)\w+)?|npm:hono\/http-exception\.HTTPException|npm:@hapi\/boom\.(?!isBoom$)\w+|npm:routing-controllers\.\w+Error)$/;

/** `super().__init__(…)` makes what the base makes. */
export const ofBase = (symbol: string): string => symbol.replace(/\(\)\(\)\.__init__$/, '');

/** A class of this service that is an answer; one that fills in its own body does so in its constructor. */
export function ownAnswer(program: Program, callee: Expression): { readonly base: string; readonly fills: boolean } | undefined {
  for (const each of entities(program, callee)) {
    if (each.kind !== 'class') continue;
    const base = each.code.bases.flatMap((own) => symbolsOf(program, own)).find((symbol) => answers.test(symbol));
    if (base !== undefined) return { base, fills: each.code.members.some(({ name }) => name === '__init__' || name === 'constructor') };
  }
  return undefined;
}

/** `class NotFound(HTTPException)`: raising it answers too. */
export function isOwnError(program: Program, callee: Expression): boolean {
  return entities(program, callee).some(
    (each) => each.kind === 'class' && each.code.bases.some((base) => symbolsOf(program, base).some((symbol) => errors.test(symbol))),
  );
}

/** The text of Starlette's AuthenticationError is the answer, unless the middleware is given an `on_error` of its own. */
export const isToldToAll = (program: Program, symbols: readonly string[]): boolean =>
  symbols.includes('py:starlette.authentication.AuthenticationError') &&
  program.memory.once('answers errors of sign-in itself', program.files, false, () =>
    program.files.every(({ source, calls }) => source.language !== 'python' || !calls.some((call) => call.args.some(isOnError))),
  );
const isOnError = ({ name }: CallExpression['args'][number]): boolean => name === 'on_error';
