// Tokens that a route takes and that nothing looks at: not read at all, or only asked whether they are there.
import type { CodeFunction, Expression, Parameter, Statement, Unit } from '../../model.ts';
import { lastName, nodesIn } from './walk.ts';

/** A token a function is handed, and how to know it in its code. */
export interface TakenToken {
  readonly name: string;
  readonly is: (node: Expression) => boolean;
  /** By a security scheme of FastAPI that only takes it from its header. */
  readonly injected?: true;
}

const tokenName = /^(?:x_)?(?:jwt|jwt_?token|access_?token|auth_?token|bearer_?token|id_?token|authorization)$/i;
export const namesJwt = (name: string): boolean => /jwt|id_?token/i.test(name);

export function takenTokens(unit: Unit, code: CodeFunction): readonly TakenToken[] {
  const declared = code.node.parameters.flatMap((parameter) => ofParameter(unit, parameter));
  return [...declared, ...readFromRequest(unit, code)];
}

function ofParameter(unit: Unit, { pattern, annotation, fallback }: Parameter): readonly TakenToken[] {
  if (pattern.kind !== 'bind') return [];
  const { name } = pattern;
  const injected = [annotation, fallback].flatMap((each) => (each ? dependenciesIn(unit, each) : []));
  const isOwn = (node: Expression): boolean => node.kind === 'name' && node.name === name;
  if (injected.length > 0)
    return injected.some((each) => unit.symbols(each).some((symbol) => /\.(?:OAuth2\w*|HTTPBearer)\(\)$/.test(symbol)))
      ? [{ name, is: isOwn, injected: true }]
      : [];
  if (tokenName.test(name)) return [{ name, is: isOwn }];
  const fields = annotation ? unit.fieldsOf(annotation).filter((field) => tokenName.test(field)) : [];
  return fields.map((field) => ({ name: field, is: (node) => isRead(node, field) }));
}

/** What `Depends` is given. */
function dependenciesIn(unit: Unit, expression: Expression): readonly Expression[] {
  return nodesIn(expression).flatMap((node) => {
    if (node.kind !== 'call' || !unit.symbols(node.callee).some((symbol) => /\.(?:Depends|Security)$/.test(symbol))) return [];
    return node.args[0] ? [node.args[0].value] : [node];
  });
}

function isRead(node: Expression, field: string): boolean {
  if (node.kind === 'member') return node.name === field;
  if (node.kind === 'index') return node.index?.kind === 'string' && node.index.value.toLowerCase() === field.toLowerCase();
  const [first] = node.kind === 'call' ? node.args : [];
  return (
    node.kind === 'call' &&
    /^(?:get|header|getHeader)$/.test(lastName(node.callee) ?? '') &&
    first?.value.kind === 'string' &&
    first.value.value.toLowerCase() === field.toLowerCase()
  );
}

function readFromRequest(unit: Unit, code: CodeFunction): readonly TakenToken[] {
  const names = nodesIn(code.node.body).flatMap((node) => {
    const name = fieldRead(node);
    if (name === undefined || !tokenName.test(name) || !('kind' in node) || node.kind === 'return') return [];
    return isExpression(node) && unit.sources(node).some(({ kind }) => kind === 'request') ? [name] : [];
  });
  return [...new Set(names)]
    .map((name): TakenToken => ({ name, is: (node) => isRead(node, name) }))
    .filter((token) => isDemanded(code, token));
}

/** Who comes without it is turned away: otherwise a route that looks for it need not take it for anything. */
function isDemanded(code: CodeFunction, token: TakenToken): boolean {
  const nodes = nodesIn(code.node.body);
  const names = taintedNames(nodes, token);
  const isToken = (node: Expression): boolean => token.is(node) || (node.kind === 'name' && names.has(node.name));
  const mentions = (root: Expression): boolean => nodesIn(root).some((node) => isValue(node) && isToken(node));
  const isAbsence = (test: Expression): boolean => {
    if (test.kind === 'unary' && test.operator === 'not') return mentions(test.value);
    if (test.kind !== 'binary') return false;
    if (test.operator === 'or' || test.operator === 'and') return isAbsence(test.left) || isAbsence(test.right);
    return test.operator === '==' && saysLittle(test.right) && mentions(test.left);
  };
  return nodes.some((node) => {
    if (node.kind !== 'if' || !mentions(node.test)) return false;
    return turnsAway(isAbsence(node.test) ? node.then : node.otherwise);
  });
}

const refusing =
  /^(?:status|sendStatus|send|json|end|throw|abort|code|unauthorized|forbidden|redirect|reject|render|text|body|writeHead|fail|deny|\w*(?:Error|Exception|Response))$/i;

/** An error, an answer, or a return that is none of `next()`: counting who comes without it turns nobody away. */
function turnsAway(body: readonly Statement[]): boolean {
  return nodesIn(body).some((node) => {
    if (node.kind === 'throw') return true;
    if (node.kind === 'call') return refusing.test(lastName(node.callee) ?? '');
    if (node.kind === 'return') return node.value !== undefined && !(node.value.kind === 'call' && lastName(node.value.callee) === 'next');
    const target = node.kind === 'assignment' && node.target.kind === 'place' ? node.target.target : undefined;
    return target?.kind === 'member' && /^(?:status|statusCode|status_code|body)$/.test(target.name);
  });
}

const isExpression = (node: ReturnType<typeof nodesIn>[number]): node is Expression =>
  node.kind === 'member' || node.kind === 'index' || node.kind === 'call';

function fieldRead(node: ReturnType<typeof nodesIn>[number]): string | undefined {
  if (node.kind === 'member') return node.name;
  if (node.kind === 'index') return node.index?.kind === 'string' ? node.index.value : undefined;
  if (node.kind !== 'call' || !/^(?:get|header|getHeader)$/.test(lastName(node.callee) ?? '')) return undefined;
  const [first] = node.args;
  return first?.value.kind === 'string' ? first.value.value : undefined;
}

/** Calls that look at no more than whether something is there, or tell of it. */
const idle =
  /^(?:print|len|bool|isinstance|String|Boolean|debug|info|warn|warning|error|log|HTTPException|startswith|startsWith|test|Error)$/;

/** Whether the token goes anywhere: into a call, an answer, a comparison, a place that outlives the function. */
export function goesSomewhere(code: CodeFunction, token: TakenToken): boolean {
  const nodes = nodesIn(code.node.body);
  const names = taintedNames(nodes, token);
  const holds = (root: unknown): boolean =>
    nodesIn(root).some((node) => isValue(node) && (token.is(node) || (node.kind === 'name' && names.has(node.name))));
  return nodes.some((node) => {
    switch (node.kind) {
      case 'call':
        return !idle.test(lastName(node.callee) ?? '') && !token.is(node) && holds(node.args);
      case 'return':
        return holds(node.value);
      case 'assignment':
        return node.target.kind !== 'bind' && node.target.kind !== 'list-pattern' && holds(node.value);
      case 'binary':
        return /^(?:==|!=|in|not in)$/.test(node.operator) && holds(node) && ![node.left, node.right].some(saysLittle);
      default:
        return false;
    }
  });
}

const isValue = (node: ReturnType<typeof nodesIn>[number]): node is Expression => node.kind === 'name' || isExpression(node);
const saysLittle = (side: Expression): boolean =>
  side.kind === 'null' ||
  side.kind === 'number' ||
  (side.kind === 'string' && side.secret === undefined && /^(?:bearer ?)?$/i.test(side.value));

function taintedNames(nodes: ReturnType<typeof nodesIn>, token: TakenToken): ReadonlySet<string> {
  const names = new Set<string>();
  for (let before = -1; before !== names.size; ) {
    before = names.size;
    for (const node of nodes) {
      if (node.kind !== 'assignment' || node.value === undefined) continue;
      const tainted = nodesIn(node.value).some(
        (each) => isValue(each) && (token.is(each) || (each.kind === 'name' && names.has(each.name))),
      );
      if (!tainted) continue;
      if (node.target.kind === 'bind') names.add(node.target.name);
      if (node.target.kind === 'list-pattern') for (const item of node.target.items) if (item?.kind === 'bind') names.add(item.name);
    }
  }
  return names;
}
