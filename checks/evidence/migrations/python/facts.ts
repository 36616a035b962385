// What the Python migrations of all tools are read by: calls with their arguments, names, texts and the SQL in them.
import type { CallExpression, Expression, FilePlace, SourceFile, SqlAct, SqlStatement, Statement } from '../../../model.ts';
import { parseSql, statementsOf } from '../sql/parse.ts';

/** What a migration does, statement by statement, and what of it could not be read. */
export interface Done {
  readonly path: string;
  readonly statements: SqlStatement[];
  readonly unread: Set<string>;
  /** Texts and lists that stand under a name in the file. */
  readonly constants: ReadonlyMap<string, Expression>;
}

export function nothingDone({ path, body }: SourceFile): Done {
  return { path, statements: [], unread: new Set(), constants: constantsIn(body) };
}

/** What names are set to by plain assignments. */
export function constantsIn(body: readonly Statement[]): ReadonlyMap<string, Expression> {
  return new Map(
    body.flatMap((each) =>
      each.kind === 'assignment' && each.target.kind === 'bind' && each.value ? [[each.target.name, each.value] as const] : [],
    ),
  );
}

export function add({ path, statements }: Done, at: { readonly line: number; readonly column: number }, ...acts: readonly SqlAct[]): void {
  const place: FilePlace = { kind: 'file', path, line: at.line, column: at.column };
  if (acts.length > 0) statements.push({ place, acts });
}

export const lastName = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'name' || expression?.kind === 'member'
    ? expression.name
    : expression?.kind === 'call'
      ? lastName(expression.callee)
      : undefined;

export const isCall = (expression: Expression | undefined): expression is CallExpression => expression?.kind === 'call';

/** A keyword argument, or the one at this position. */
export function given({ args }: CallExpression, name: string, position?: number): Expression | undefined {
  const keyword = args.find((each) => each.name === name)?.value;
  if (keyword !== undefined || position === undefined) return keyword;
  return args.filter((each) => each.name === undefined && each.spread === undefined)[position]?.value;
}

export const isTrue = (expression: Expression | undefined): boolean => expression?.kind === 'boolean' && expression.value;
export const isFalse = (expression: Expression | undefined): boolean => expression?.kind === 'boolean' && !expression.value;

const hole = 'named_at_run_time';

/** A text, with a word for what is only known at run time; undefined where it is no text. */
export function textOf(expression: Expression | undefined, constants: ReadonlyMap<string, Expression>, depth = 4): string | undefined {
  if (expression === undefined || depth === 0) return undefined;
  switch (expression.kind) {
    case 'string':
      return expression.value;
    case 'template':
      return expression.parts.map((part) => textOf(part, constants, depth - 1) ?? hole).join('');
    case 'name':
      return textOf(constants.get(expression.name), constants, depth - 1);
    case 'binary': {
      const [left, right] = [textOf(expression.left, constants, depth - 1), textOf(expression.right, constants, depth - 1)];
      if (expression.operator === '%') return left?.replace(/%(?:\(\w+\))?s/g, hole);
      return expression.operator === '+' && (left ?? right) !== undefined ? `${left ?? hole}${right ?? hole}` : undefined;
    }
    case 'call':
      return textMade(expression, constants, depth);
    default:
      return undefined;
  }
}

/** `text("…")`, `"…".format(x)`, `"…".strip()`. */
function textMade(call: CallExpression, constants: ReadonlyMap<string, Expression>, depth: number): string | undefined {
  const name = lastName(call.callee);
  if (name !== undefined && /^(?:text|dedent|DDL|SQL|f)$/.test(name)) return textOf(call.args[0]?.value, constants, depth - 1);
  const inner = call.callee.kind === 'member' ? call.callee.object : undefined;
  if (name === 'format') return textOf(inner, constants, depth - 1)?.replace(/\{\w*\}/g, hole);
  return name === 'strip' || name === 'bindparams' ? textOf(inner, constants, depth - 1) : undefined;
}

/** Adds what SQL in a text does. Values that are bound later are no part of its shape. */
export function addSql(done: Done, expression: Expression, constants: ReadonlyMap<string, Expression> = done.constants): void {
  const text = textOf(expression, constants);
  if (text === undefined) {
    done.unread.add('SQL that is put together at run time');
    return;
  }
  const bound = text
    .replace(/(?<![:\w]):(?=[A-Za-z_])\w+/g, 'null')
    .replace(/%(?:\(\w+\))?s/g, 'null')
    .replaceAll('%%', '%');
  const parsed = parseSql(bound, done.path);
  if ('missing' in parsed) {
    done.unread.add("SQL that PostgreSQL's parser refuses");
    return;
  }
  const above = expression.kind === 'string' ? expression.line - 1 : undefined;
  for (const { place, acts } of statementsOf(parsed.found))
    add(
      done,
      above === undefined ? expression : { line: place.line + above, column: place.line === 1 ? expression.column : place.column },
      ...acts,
    );
}

const givesAnother = /\b(?:gen_random_uuid|uuid_generate_v[14](?:mc)?|uuidv[47]|random|clock_timestamp|timeofday|nextval)\b/i;

/** What a default that the database works out costs: `"now()"`, `func.gen_random_uuid()`. */
export function fallbackIn(expression: Expression | undefined, constants: ReadonlyMap<string, Expression>): SqlAct['fallback'] {
  if (expression === undefined || expression.kind === 'null') return undefined;
  const text = textOf(expression, constants) ?? lastName(expression) ?? '';
  if (/^\s*null\s*$/i.test(text)) return undefined;
  return givesAnother.test(text) ? 'volatile' : 'constant';
}

/** Every call in a piece of code, innermost first. */
export function callsIn(node: unknown): readonly CallExpression[] {
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(callsIn);
  return isCallNode(node) ? [...inner, node] : inner;
}
const isCallNode = (node: object): node is CallExpression => 'kind' in node && node.kind === 'call';
