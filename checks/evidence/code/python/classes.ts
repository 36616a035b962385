// Classes: their fields and methods, and whatever else runs in their bodies.
import type { StmtNode } from 'py-ast';
import type { ClassExpression, ClassMember, Expression, Statement } from '../../../model.ts';
import { at, conditional, descend, type Lowering, name, other, type PyStatement } from './context.ts';
import { lowerFunction } from './functions.ts';
import { lowerArithmetic } from './operations.ts';

export function lowerClass(node: PyStatement<'ClassDef'>, lowering: Lowering): ClassExpression {
  descend(lowering);
  const decorators = node.decorator_list.map(lowering.expression);
  const bases = node.bases.map(lowering.expression);
  const keywords = node.keywords.map(({ value }) => lowering.expression(value));
  const members: ClassMember[] = [];
  if (keywords.length > 0) members.push({ name: '', value: other('class keywords', keywords, at(node, lowering)), ...at(node, lowering) });
  for (const statement of node.body) addMembers(statement, members, lowering);
  lowering.depth -= 1;
  return {
    kind: 'class',
    name: node.name,
    bases,
    ...(decorators.length > 0 && { decorators }),
    members,
    endLine: node.end_lineno ?? node.lineno,
    ...at(node, lowering),
  };
}

function addMembers(node: StmtNode, members: ClassMember[], lowering: Lowering): void {
  const place = at(node, lowering);
  switch (node.nodeType) {
    case 'FunctionDef':
    case 'AsyncFunctionDef': {
      const value = lowerFunction(node, lowering);
      members.push({ name: node.name, value, ...(value.decorators?.some(isStaticMethod) && { isStatic: true as const }), ...place });
      return;
    }
    case 'ClassDef':
      members.push({ name: node.name, value: lowerClass(node, lowering), ...place });
      return;
    case 'AnnAssign':
      if (node.target.nodeType !== 'Name') break;
      members.push({
        name: node.target.id,
        ...(node.value && { value: lowering.expression(node.value) }),
        annotation: lowering.expression(node.annotation),
        ...place,
      });
      return;
    case 'AugAssign':
      if (node.target.nodeType !== 'Name') break;
      members.push({
        name: node.target.id,
        value: lowerArithmetic(node.op, lowering.expression(node.target), lowering.expression(node.value)),
        ...place,
      });
      return;
    case 'Assign':
      if (addFields(node, members, lowering)) return;
      break;
    case 'If':
      addEither(node, members, lowering);
      return;
    default:
  }
  addRun(lowering.statements([node]), members);
}

const isStaticMethod = (decorator: Expression): boolean => decorator.kind === 'name' && decorator.name === 'staticmethod';

function addFields(node: PyStatement<'Assign'>, members: ClassMember[], lowering: Lowering): boolean {
  let held: string | undefined;
  if (!node.targets.every(({ nodeType }) => nodeType === 'Name')) return false;
  for (const target of node.targets) {
    if (target.nodeType !== 'Name') continue;
    const place = at(target, lowering);
    members.push({ name: target.id, value: held === undefined ? lowering.expression(node.value) : name(held, place), ...place });
    held ??= target.id;
  }
  return true;
}

/** A field under an `if` has either value; a method there is taken as it stands. */
function addEither(node: PyStatement<'If'>, members: ClassMember[], lowering: Lowering): void {
  descend(lowering);
  const sides = [node.body, node.orelse].map((body) => {
    const side: ClassMember[] = [];
    for (const statement of body) addMembers(statement, side, lowering);
    return side;
  });
  const names = new Set(sides.flatMap((side) => side.filter(isField).map((member) => member.name)));
  let said = false;
  for (const field of names) {
    const [then, otherwise] = sides.map((side) => side.findLast((member) => member.name === field && isField(member)));
    const known = then ?? otherwise;
    if (known === undefined) continue;
    if (then?.value === undefined && otherwise?.value === undefined) {
      members.push(...sides.flat().filter((member) => member.name === field));
      continue;
    }
    said = true;
    const unset = (): Expression => other('unset', [], known);
    const test = lowering.expression(node.test);
    const value: Expression = conditional(test, then?.value ?? unset(), otherwise?.value ?? unset(), known);
    members.push({ ...known, value });
  }
  if (!said) members.push({ name: '', value: lowering.expression(node.test), ...at(node, lowering) });
  for (const member of sides.flat()) if (!isField(member)) members.push(member);
  lowering.depth -= 1;
}

const isField = ({ name: text, value }: ClassMember): boolean => text !== '' && value?.kind !== 'function' && value?.kind !== 'class';

/** What runs in a class body and is no member stands in a member without a name. */
function addRun(body: Statement[], members: ClassMember[]): void {
  const [first] = body;
  if (first === undefined) return;
  const { line, column } = first;
  const value: Expression = { kind: 'function', parameters: [], body, isArrow: true, endLine: line, line, column };
  members.push({ name: '', value, line, column });
}
