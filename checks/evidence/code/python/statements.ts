// Python statements as neutral facts. What only binds or skips (`global`, `pass`, `break`) leaves no trace, and neither do docstrings.
import type { ExprNode, StmtNode } from 'py-ast';
import type { Expression, Handler, Statement } from '../../../model.ts';
import { lowerClass } from './classes.ts';
import { type At, at, descend, ifStatement, type Lowering, name, other, type PyStatement } from './context.ts';
import { lowerFunction } from './functions.ts';
import { lowerMatch } from './match.ts';
import { lowerArithmetic } from './operations.ts';
import { lowerTarget } from './targets.ts';

export function lowerStatements(body: readonly StmtNode[], lowering: Lowering): Statement[] {
  descend(lowering);
  const statements: Statement[] = [];
  for (const node of body) addStatement(node, statements, lowering);
  lowering.depth -= 1;
  return statements;
}

function addStatement(node: StmtNode, out: Statement[], lowering: Lowering): void {
  switch (node.nodeType) {
    case 'Expr':
      // A bare constant does nothing: docstrings, `...`.
      if (node.value.nodeType !== 'Constant')
        out.push({ kind: 'expression', value: lowering.expression(node.value), ...at(node, lowering) });
      return;
    case 'Assign':
    case 'AnnAssign':
    case 'AugAssign':
    case 'TypeAlias':
      return addAssignment(node, out, lowering);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      out.push({ kind: 'function-definition', name: node.name, value: lowerFunction(node, lowering), ...at(node, lowering) });
      return;
    case 'ClassDef':
      out.push({ kind: 'class-definition', name: node.name, value: lowerClass(node, lowering), ...at(node, lowering) });
      return;
    case 'Import':
    case 'ImportFrom':
      return addImports(node, out, lowering);
    case 'Return':
      out.push({ kind: 'return', ...(node.value && { value: lowering.expression(node.value) }), ...at(node, lowering) });
      return;
    case 'Raise':
    case 'Assert':
      return addThrow(node, out, lowering);
    case 'Delete':
      return addDeletions(node, out, lowering);
    default:
      return addCompound(node, out, lowering);
  }
}

function addCompound(node: StmtNode, out: Statement[], lowering: Lowering): void {
  const { expression, statements } = lowering;
  switch (node.nodeType) {
    case 'If':
      return addIf(node, out, lowering);
    case 'For':
    case 'AsyncFor':
      out.push({
        kind: 'loop',
        target: lowerTarget(node.target, lowering),
        over: expression(node.iter),
        body: statements(node.body),
        ...at(node, lowering),
      });
      out.push(...statements(node.orelse));
      return;
    case 'While':
      out.push({ kind: 'loop', over: expression(node.test), body: statements(node.body), ...at(node, lowering) });
      out.push(...statements(node.orelse));
      return;
    case 'With':
    case 'AsyncWith': {
      const items = node.items.map(({ context_expr, optional_vars }) => ({
        value: expression(context_expr),
        ...(optional_vars && { target: lowerTarget(optional_vars, lowering) }),
      }));
      out.push({ kind: 'with', items, body: statements(node.body), ...at(node, lowering) });
      return;
    }
    case 'Try':
    case 'TryStar':
      return addTry(node, out, lowering);
    case 'Match':
      out.push(...lowerMatch(node, lowering));
      return;
    default:
  }
}

function addIf(node: PyStatement<'If'>, out: Statement[], lowering: Lowering): void {
  const { typeOnly } = lowering;
  const test = lowering.expression(node.test);
  lowering.typeOnly ||= (test.kind === 'name' || test.kind === 'member') && test.name === 'TYPE_CHECKING';
  const then = lowering.statements(node.body);
  lowering.typeOnly = typeOnly;
  out.push(ifStatement(test, then, lowering.statements(node.orelse), at(node, lowering)));
}

function addTry(node: PyStatement<'Try' | 'TryStar'>, out: Statement[], lowering: Lowering): void {
  const { expression, statements } = lowering;
  const body = statements(node.body);
  const handlers = node.handlers.map((handler): Handler => {
    const place = at(handler, lowering);
    const { type } = handler;
    return {
      types: type == null ? [] : type.nodeType === 'Tuple' ? type.elts.map(expression) : [expression(type)],
      ...(handler.name != null && { target: { kind: 'bind' as const, name: handler.name, ...place } }),
      body: statements(handler.body),
      ...place,
    };
  });
  out.push({ kind: 'try', body, handlers, otherwise: statements(node.orelse), cleanup: statements(node.finalbody), ...at(node, lowering) });
}

function addThrow(node: PyStatement<'Raise' | 'Assert'>, out: Statement[], lowering: Lowering): void {
  const { expression } = lowering;
  const place = at(node, lowering);
  if (node.nodeType === 'Assert') {
    const callee = name('AssertionError', place);
    const test: Expression = { kind: 'unary', operator: 'not', value: expression(node.test), ...place };
    const value: Expression = { kind: 'call', callee, args: node.msg ? [{ value: expression(node.msg) }] : [], ...place };
    out.push(ifStatement(test, [{ kind: 'throw', value, ...place }], [], place));
    return;
  }
  const value = node.exc && expression(node.exc);
  if (node.cause && node.cause.nodeType !== 'Constant')
    out.push({ kind: 'expression', value: other('raised from', [expression(node.cause)], place), ...place });
  out.push({ kind: 'throw', ...(value && { value }), ...place });
}

/** `del name` says nothing; deleting a key or an attribute may. */
function addDeletions(node: PyStatement<'Delete'>, out: Statement[], lowering: Lowering): void {
  const place = at(node, lowering);
  for (const target of node.targets) {
    if (target.nodeType === 'Name') continue;
    out.push({ kind: 'expression', value: { kind: 'unary', operator: 'delete', value: lowering.expression(target), ...place }, ...place });
  }
}

type Assignments = PyStatement<'Assign' | 'AnnAssign' | 'AugAssign' | 'TypeAlias'>;

function addAssignment(node: Assignments, out: Statement[], lowering: Lowering): void {
  const { expression } = lowering;
  const place = at(node, lowering);
  switch (node.nodeType) {
    case 'Assign':
      return addChain(node, out, lowering, place);
    case 'AnnAssign': {
      const annotation = expression(node.annotation);
      const value = node.value && expression(node.value);
      out.push({ kind: 'assignment', target: lowerTarget(node.target, lowering), ...(value && { value }), annotation, ...place });
      return;
    }
    case 'AugAssign': {
      const value = lowerArithmetic(node.op, expression(node.target), expression(node.value));
      out.push({ kind: 'assignment', target: lowerTarget(node.target, lowering), value, ...place });
      return;
    }
    case 'TypeAlias':
      out.push({ kind: 'assignment', target: lowerTarget(node.name, lowering), value: expression(node.value), ...place });
  }
}

/** `a = b = f()` calls once: the first plain target takes the value, the others read it there. */
function addChain(node: PyStatement<'Assign'>, out: Statement[], lowering: Lowering, place: At): void {
  const { targets } = node;
  const readable = targets.find(({ nodeType }) => nodeType === 'Name') ?? targets.find(canBeRead);
  const repeatable = node.value.nodeType === 'Constant' || node.value.nodeType === 'Name';
  const ordered = readable === undefined || targets.length === 1 ? targets : [readable, ...targets.filter((each) => each !== readable)];
  for (const [position, target] of ordered.entries()) {
    const again = position > 0 && readable !== undefined && !repeatable;
    const value = lowering.expression(again ? readable : node.value);
    out.push({ kind: 'assignment', target: lowerTarget(target, lowering), value, ...place });
  }
}

const canBeRead = ({ nodeType }: ExprNode): boolean => nodeType === 'Attribute' || nodeType === 'Subscript';

function addImports(node: PyStatement<'Import' | 'ImportFrom'>, out: Statement[], lowering: Lowering): void {
  const place = at(node, lowering);
  const typeOnly = lowering.typeOnly && { isTypeOnly: true as const };
  if (node.nodeType === 'Import') {
    for (const { name: module, asname } of node.names) {
      const local = asname ?? module.split('.', 1)[0] ?? module;
      out.push({ kind: 'import', module, bindings: [{ imported: '*', local }], ...typeOnly, ...place });
    }
    return;
  }
  const module = '.'.repeat(node.level ?? 0) + (node.module ?? '');
  const bindings = node.names.map(({ name: imported, asname }) => ({ imported, local: asname ?? imported }));
  out.push({ kind: 'import', module, bindings, ...typeOnly, ...place });
}
