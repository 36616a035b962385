// Reading a token without verifying it: where, and whether anything that was read decides.
import type { Call, CodeFunction, Expression, Unit } from '../../model.ts';
import { readsOnly } from './faults.ts';
import { type LibraryCall, serves } from './libraries.ts';
import { nodesIn } from './walk.ts';

export interface Peek {
  readonly call: Call;
  readonly how: string;
  readonly token: Expression | undefined;
}

const readers: readonly (readonly [how: string, ...patterns: string[]])[] = [
  ['jsonwebtoken.decode', 'npm:jsonwebtoken.decode'],
  ['jose decodeJwt', 'npm:jose.decodeJwt'],
  ['jose UnsecuredJWT.decode', 'npm:jose.UnsecuredJWT.decode'],
  ['jwt-decode', 'npm:jwt-decode', 'npm:jwt-decode.jwtDecode', 'npm:jwt-decode.jwt_decode'],
  ['jws.decode', 'npm:jws.decode'],
  ['hono/jwt decode', 'npm:hono/jwt.decode'],
  ['JwtService.decode', 'npm:@nestjs/jwt.JwtService().decode'],
  ['@fastify/jwt decode', '*.jwt.decode', '*.jwtDecode'],
  ['cloudflare-worker-jwt decode', 'npm:@tsndr/cloudflare-worker-jwt.decode'],
  ['python-jose get_unverified_claims', 'py:jose.jwt.get_unverified_claims', 'py:jose.jws.get_unverified_claims'],
];

export function peeksOf(unit: Unit, uses: readonly LibraryCall[]): readonly Peek[] {
  const library = uses
    .filter((use) => readsOnly(unit, use))
    .map(({ library: { name }, call }) => ({ call, how: `${name} with verification off` }));
  const plain = readers.flatMap(([how, ...patterns]) =>
    unit
      .calls(...patterns)
      .filter(
        (call) => serves(call) && !(patterns[0]?.startsWith('*') && call.symbols.some((symbol) => /^(?:py:|npm:(?!fastify))/.test(symbol))),
      )
      .map((call) => ({ call, how })),
  );
  return [...[...library, ...plain].map(({ call, how }) => ({ call, how, token: call.argument(0) })), ...byHand(unit)];
}

/** A token split at its dots, its payload decoded and parsed, all in one function. */
function byHand(unit: Unit): readonly Peek[] {
  const decoded = unit
    .calls(
      'py:base64.urlsafe_b64decode',
      'py:base64.b64decode',
      'py:base64.decodebytes',
      'js:atob',
      'js:Buffer.from',
      'node:buffer.Buffer.from',
    )
    .filter((call) => serves(call) && (!call.symbols.some((symbol) => symbol.endsWith('Buffer.from')) || isBase64(unit, call)));
  const parsers = unit.calls('js:JSON.parse', 'py:json.loads', 'py:orjson.loads', 'py:ujson.loads');
  return decoded.flatMap((decode) => {
    const node = decode.inFunction?.node;
    const parse = parsers.find((call) => call.inFunction?.node === node);
    if (node === undefined || parse === undefined || (decode.inFunction && !unit.isReferred(decode.inFunction))) return [];
    const split = payloadSplit(unit, node);
    return split ? [{ call: parse, how: 'a payload decoded by hand', token: split }] : [];
  });
}

function isBase64(unit: Unit, call: Call): boolean {
  const encoding = call.argument(1);
  const value = encoding && unit.value(encoding);
  return value?.kind === 'literal' && typeof value.value === 'string' && value.value.startsWith('base64');
}

/** What is split at its dots, unless only the header is taken from it. */
function payloadSplit(unit: Unit, node: CodeFunction['node']): Expression | undefined {
  const nodes = nodesIn(node);
  for (const each of nodes) {
    if (each.kind !== 'call' || each.callee.kind !== 'member' || each.callee.name !== 'split') continue;
    const at = each.args[0] && unit.value(each.args[0].value);
    if (at?.kind !== 'literal' || at.value !== '.') continue;
    const taken = nodes.find((other) => other.kind === 'index' && other.object === each);
    if (taken?.kind === 'index' && taken.index?.kind === 'number' && taken.index.value === 0) continue;
    return each.callee.object;
  }
  return undefined;
}

/** What a token says of itself; none of it lets anybody in. */
const harmless = /^(?:exp|iat|nbf|kid|alg|typ|iss|aud|header|jti|client_id|azp|length)$/;

/** Whether anything read from the token goes further than its own age, key and issuer. */
export function decides(unit: Unit, call: Call, depth = 4): boolean {
  const use = unit.uses(call);
  if (use.keys.some((key) => !harmless.test(key))) return true;
  if (!use.escapes) return false;
  const code = call.inFunction;
  if (code === undefined || depth === 0) return true;
  if (!isReturned(code, call)) return true;
  const callers = unit.callersOf(code);
  return callers.length === 0 || callers.some((caller) => decides(unit, caller, depth - 1));
}

/** The result itself is returned, or the name it is bound to. */
function isReturned(code: CodeFunction, call: Call): boolean {
  const nodes = nodesIn(code.node);
  const names = new Set(
    nodes.flatMap((node) =>
      node.kind === 'assignment' && node.target.kind === 'bind' && node.value && nodesIn(node.value).some((each) => each === call.node)
        ? [node.target.name]
        : [],
    ),
  );
  return nodes.some(
    (node) =>
      node.kind === 'return' &&
      node.value !== undefined &&
      nodesIn(node.value).some((each) => each === call.node || (each.kind === 'name' && names.has(each.name))),
  );
}
