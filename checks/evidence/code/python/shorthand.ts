// Facts in a shorthand that a test can spell out: positions are left out.
import type { ClassMember, Expression, FunctionExpression, Pattern, Statement } from '../../../model.ts';

const list = <T>(items: readonly T[], show: (item: T) => string, between = ', '): string => items.map(show).join(between);
const block = (body: readonly Statement[]): string => `{${list(body, statement, '; ')}}`;

function pattern(target: Pattern): string {
  if (target.kind === 'bind') return `$${target.name}`;
  if (target.kind === 'place') return expression(target.target);
  if (target.kind === 'list-pattern') return `[${list(target.items, (item) => (item ? pattern(item) : ''))}]`;
  return `{${list(target.entries, (entry) => `${entry.key ?? '*'}: ${pattern(entry.target)}`)}}`;
}

function callable(code: FunctionExpression): string {
  const parameters = list(code.parameters, ({ pattern: target, annotation, fallback, rest }) =>
    [rest ?? '', pattern(target), annotation ? `:${expression(annotation)}` : '', fallback ? `=${expression(fallback)}` : ''].join(''),
  );
  const marks = [
    ...list(code.decorators ?? [], (each) => `@${expression(each)} `, '').split('|'),
    code.isAsync ? 'async ' : '',
    code.isGetter ? 'get ' : '',
  ];
  return `${marks.join('')}${code.isArrow ? 'arrow' : 'def'}(${parameters})${code.returns ? `:${expression(code.returns)}` : ''} ${block(code.body)}`;
}

function member({ name, isStatic, annotation, value }: ClassMember): string {
  return `${isStatic ? 'static ' : ''}${name}${annotation ? `:${expression(annotation)}` : ''}${value ? ` = ${expression(value)}` : ''}`;
}

function expression(node: Expression): string {
  switch (node.kind) {
    case 'string':
      return node.secret ? `<${node.secret.what}>` : JSON.stringify(node.value);
    case 'number':
    case 'boolean':
      return String(node.value);
    case 'template':
      return `T(${list(node.parts, expression)})`;
    case 'name':
      return node.name;
    case 'member':
      return `${expression(node.object)}.${node.name}`;
    case 'index':
      return `${expression(node.object)}[${node.index ? expression(node.index) : ''}]`;
    case 'call':
      return `${expression(node.callee)}(${list(node.args, ({ name, spread, value }) => `${spread ?? ''}${name ? `${name}=` : ''}${expression(value)}`)})`;
    case 'object':
      return `{${list(node.entries, ({ key, value }) => `${key === undefined ? '...' : typeof key === 'string' ? `${key}: ` : `[${expression(key)}]: `}${expression(value)}`)}}`;
    case 'list':
      return `[${list(node.items, ({ spread, value }) => `${spread ? '...' : ''}${expression(value)}`)}]`;
    case 'function':
      return callable(node);
    case 'class':
      return `class(${list(node.bases, expression)}) {${list(node.members, member, '; ')}}`;
    case 'conditional':
      return `(${expression(node.test)} ? ${expression(node.then)} : ${expression(node.otherwise)})`;
    case 'binary':
      return `(${expression(node.left)} ${node.operator} ${expression(node.right)})`;
    case 'unary':
      return `(${node.operator} ${expression(node.value)})`;
    case 'await':
      return `await ${expression(node.value)}`;
    case 'assign':
      return `(${pattern(node.target)} := ${expression(node.value)})`;
    case 'comprehension':
      return `for(${node.key ? `${expression(node.key)}: ` : ''}${expression(node.element)}${list(node.clauses, ({ target, over, tests }) => ` | ${pattern(target)} of ${expression(over)}${list(tests, (test) => ` if ${expression(test)}`, '')}`, '')})`;
    case 'other':
      return `?${node.what}(${list(node.parts, expression)})`;
    default:
      return node.kind;
  }
}

function statement(node: Statement): string {
  switch (node.kind) {
    case 'expression':
      return expression(node.value);
    case 'assignment':
      return `${pattern(node.target)}${node.annotation ? `:${expression(node.annotation)}` : ''}${node.value ? ` = ${expression(node.value)}` : ''}`;
    case 'function-definition':
      return `${node.name} ${callable(node.value)}`;
    case 'class-definition':
      return `${node.name} ${list(node.value.decorators ?? [], (each) => `@${expression(each)} `, '')}${expression(node.value)}`;
    case 'if':
      return `if ${expression(node.test)} ${block(node.then)}${node.otherwise.length > 0 ? ` else ${block(node.otherwise)}` : ''}`;
    case 'loop':
      return `loop ${node.target ? `${pattern(node.target)} of ` : ''}${node.over ? expression(node.over) : ''} ${block(node.body)}`;
    case 'try':
      return `try ${block(node.body)}${list(node.handlers, ({ types, target, body }) => ` catch(${list(types, expression)})${target ? pattern(target) : ''} ${block(body)}`, '')} else ${block(node.otherwise)} finally ${block(node.cleanup)}`;
    case 'with':
      return `with ${list(node.items, ({ value, target }) => `${expression(value)}${target ? ` as ${pattern(target)}` : ''}`)} ${block(node.body)}`;
    case 'return':
    case 'throw':
      return `${node.kind}${node.value ? ` ${expression(node.value)}` : ''}`;
    case 'import':
      return `import ${node.module} {${list(node.bindings, ({ imported, local }) => `${imported}>${local}`)}}${node.isTypeOnly ? ' types' : ''}`;
    default:
      return node.kind;
  }
}

export function shorthand(body: readonly Statement[]): string {
  return list(body, statement, '; ');
}
