// Where the data in a call's result comes from.
import type { CallExpression, Expression, Source } from '../../model.ts';
import { returns } from './definitions.ts';
import { entities, symbolsOf } from './entities.ts';
import { readsThroughHelper } from './environment-helpers.ts';
import { readOfCall } from './environment-reads.ts';
import { settingAsked } from './nest-config.ts';
import { placeOf } from './places.ts';
import type { Program } from './program.ts';
import { asText, partByCall, partOf } from './source-parts.ts';
import { fromVariable, holdsArguments } from './source-steps.ts';
import { deeper, type Trail } from './source-trail.ts';
import { masks, passesFirstArgument, passesReceiver } from './vocabulary.ts';

/** The sources of a call's result: by what it is known to do with its arguments and receiver, or what its helper returns. */
export function callSources(program: Program, call: CallExpression, trail: Trail): readonly Source[] {
  const place = placeOf(call);
  const read = readOfCall(program, call);
  if (read) return [fromVariable(program, read, place)];
  const asked = settingAsked(program, call);
  if (asked) return trail.trace(program, asked, deeper(trail));
  const symbols = symbolsOf(program, call.callee);
  if (symbols.some((symbol) => /^py:traceback\.(?:format_\w+)$/.test(symbol)))
    return [{ kind: 'exception', part: 'stack', types: [], place }];
  const args = (): readonly Source[] => call.args.flatMap(({ value }) => trail.trace(program, value, trail));
  // An error's cause is kept beside its text, not in it.
  const held = (): readonly Source[] =>
    call.args.flatMap(({ value }) =>
      value.kind === 'object'
        ? value.entries.flatMap((entry) => (entry.key === 'cause' ? [] : trail.trace(program, entry.value, trail)))
        : trail.trace(program, value, trail),
    );
  if (symbols.some((symbol) => /^py:(?:str|repr|format)$|^js:String$/.test(symbol))) return asText(args());
  // Whether there is one tells nothing of what it is.
  if (symbols.some((symbol) => /^(?:py:bool|js:Boolean)$/.test(symbol))) return [];
  if (symbols.includes('node:util.inspect'))
    return args().map((source) => (source.kind === 'exception' && source.part === 'whole' ? { ...source, part: 'stack' } : source));
  if (symbols.some((symbol) => passesFirstArgument.has(symbol) || passesAll.test(symbol))) return args();
  if ((call.callee.kind === 'name' || call.callee.kind === 'member') && masks.test(call.callee.name)) return args().map(masked);
  const targets = entities(program, call.callee).flatMap((each) => (each.kind === 'function' ? [each.code] : []));
  if (targets.length > 0) {
    const found = targets.flatMap((code) => {
      const within: Trail = { ...deeper(trail), frame: { code, call, outer: trail.frame } };
      return returns(code).flatMap((value) => trail.trace(program, value, within));
    });
    // What a helper reads under a name that it is given stands with the caller.
    const reads = found.some(({ kind }) => kind === 'unknown') ? readsThroughHelper(program, call) : [];
    return [
      ...found.filter(({ kind }) => kind !== 'unknown' || reads.length === 0),
      ...reads.map(({ name }) => ({ kind: 'environment' as const, name, place })),
    ];
  }
  const { callee } = call;
  if (callee.kind === 'member') {
    const found = ofMethod(program, call, callee, trail);
    if (found) return found;
  }
  return [{ kind: 'result', symbols, place }, ...(holdsArguments(program, call, symbols) ? held() : [])];
}

function ofMethod(
  program: Program,
  call: CallExpression,
  callee: Extract<Expression, { kind: 'member' }>,
  trail: Trail,
): readonly Source[] | undefined {
  const [first] = call.args;
  // `errors.map((error) => error.path)` is what the function makes of each.
  if (/^(?:map|flatMap)$/.test(callee.name) && first?.value.kind === 'function')
    return returns(first.value).flatMap((value) => trail.trace(program, value, deeper(trail)));
  const owner = trail.trace(program, callee.object, trail);
  const argument = first?.value.kind === 'string' ? first.value.value : undefined;
  // `c.json(plan, 201)` of Hono makes an answer of what it is given; `request.json()` gives what was sent.
  if (/^(?:json|text|html|body)$/.test(callee.name) && first !== undefined && first.name === undefined && owner.some(isWholeRequest))
    return trail.trace(program, first.value, trail);
  const parts = owner.flatMap((source) => partByCall(source, callee.name, argument));
  const putIn = (): readonly Source[] => put(program, call, callee.name, trail);
  if (parts.length > 0) return leavesInputOut(call) ? parts.map(withoutInput) : [...parts, ...putIn()];
  if (/^(?:format|join|concat)$/.test(callee.name))
    return asText([...owner, ...call.args.flatMap(({ value }) => trail.trace(program, value, trail))]);
  if (callee.name === 'get_secret_value') return owner.map(unmasked);
  // What is picked out of it can't be told.
  if (call.args.some(({ name }) => name === 'exclude' || name === 'include')) return [];
  if (callee.name === 'get' && argument !== undefined) return trail.inside(program, callee.object, [argument], trail);
  const rewrites = /^replace(?:All)?$/.test(callee.name) && argument !== undefined && !argument.includes('*');
  if (rewrites) return [...owner, ...putIn()];
  if (/^(?:split|rsplit|partition|rpartition|replace|replaceAll|slice|substring|substr|at|charAt)$/.test(callee.name))
    return [...owner.map(partOf), ...putIn()];
  // `error.get()` of an error class of the service gives what the class means to show.
  const given = /^(?:get|items|values|entries)$/.test(callee.name) ? owner.filter(({ kind }) => kind !== 'exception') : owner;
  if (given.length === 0 && owner.length > 0) return undefined;
  return passesReceiver.has(callee.name) || dumps.test(callee.name) ? given : undefined;
}

const isWholeRequest = (source: Source): boolean => source.kind === 'request' && source.part === 'whole';

/** `page.replace('{message}', text)` holds the text. */
function put(program: Program, { args }: CallExpression, method: string, trail: Trail): readonly Source[] {
  const second = /^replace(?:All)?$/.test(method) ? args[1]?.value : undefined;
  return second === undefined || second.kind === 'function' ? [] : asText(trail.trace(program, second, trail));
}

const dumps = /^(?:dict|model_dump|json|get|items|values|model_dump_json|toJSON|toString|entries)$/;

const leavesInputOut = (call: CallExpression): boolean =>
  call.args.some(({ name, value }) => name === 'include_input' && value.kind === 'boolean' && !value.value);

const withoutInput = (source: Source): Source =>
  source.kind === 'exception' && source.part === 'inputs' ? { ...source, part: 'message' } : source;

/** `mask_sensitive_values(params)`: what is left of a secret is none. */
const masked = (source: Source): Source => (source.kind === 'environment' ? { ...source, masked: true } : source);

function unmasked(source: Source): Source {
  if (source.kind !== 'environment') return source;
  const { masked: _, ...bare } = source;
  return bare;
}

/** Calls whose result is made of all that goes in. */
export const passesAll =
  /^(?:js:JSON\.stringify|js:Buffer\.from|py:json\.dumps|py:fastapi\.encoders\.jsonable_encoder|py:dict|py:vars|py:flask\.jsonify|js:Object\.(?:assign|entries|values|fromEntries)|py:orjson\.dumps|npm:zod\.(?:z\.)?(?:treeifyError|flattenError|prettifyError|formatError)|(?:py:html|py:markupsafe|npm:lodash(?:-es)?|npm:es-toolkit\/compat|npm:underscore)\.escape|npm:(?:lodash[./]escape|escape-html)|js:encodeURIComponent|py:max|py:min)$/;
