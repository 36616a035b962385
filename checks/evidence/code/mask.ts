// Takes the text out of literals that are secret by the name they are bound to, before anything else sees a file's facts.
import { eachInside } from '../../model/nodes.ts';
import type { Expression, SecretShape, SourceFile } from '../../model.ts';
import { isPlaceholder, isSecretName } from '../secret-shapes.ts';

/** The same facts; a literal kept under a secret's name is known by its length alone. Changes the file it is given. */
export function maskNamedSecrets(source: SourceFile): SourceFile {
  // A map from settings to the names of variables holds no value.
  if (!source.path.includes('custom-environment-variables')) visit(source.body);
  return source;
}

/** Text without any of this binds no secret by name: going through its facts is saved. */
export const mayBindSecret =
  /secret|passw|passphrase|credential|bearer|(?:api|private|service|role|access|signing|jwt|encryption)[\s_-]*key|(?:auth|access)[\s_-]*token|service[\s_-]*role|\b(?:sign|verify|decode|encode|jwtVerify|createHmac|create(?:Dec|C)ipher(?:iv)?)\(/i;

function visit(value: object): void {
  if (Array.isArray(value)) {
    for (const each of value) if (typeof each === 'object' && each !== null) visit(each);
    return;
  }
  if (isExpression(value)) look(value);
  eachInside(value, visit);
}

const isExpression = (value: object): value is Expression => 'kind' in value && 'line' in value;

function look(node: Expression | { readonly kind: 'assignment' | 'parameter' }): void {
  switch (node.kind) {
    case 'assignment':
    case 'assign':
      if ('target' in node && 'value' in node) mask(node.value, boundName(node.target));
      return;
    case 'object':
      for (const { key, value } of node.entries)
        mask(value, typeof key === 'string' ? key : key?.kind === 'string' ? key.value : undefined);
      return;
    case 'class':
      for (const { name, value } of node.members) mask(value, name);
      return;
    case 'function':
      for (const { pattern, fallback } of node.parameters) mask(fallback, pattern.kind === 'bind' ? pattern.name : undefined);
      return;
    case 'binary':
      if (node.operator === 'or' || node.operator === '??') mask(node.right, lastName(node.left));
      return;
    case 'call':
      return lookAtCall(node);
  }
}

/** `sign(payload, "…")`, `decode(token, "…")`: the key comes second. `getenv("JWT_SECRET", "…")`: the first names the second. */
const takesKey = /^(?:sign|verify|decode|encode|jwtVerify|createHmac|create(?:Dec|C)ipher(?:iv)?)$/;

function lookAtCall({ callee, args }: Extract<Expression, { kind: 'call' }>): void {
  const [first, second] = args;
  for (const argument of args) mask(argument.value, argument.name);
  if (second === undefined || first === undefined) return;
  if (takesKey.test(lastName(callee) ?? '')) mask(second.value, 'secret');
  else if (first.value.kind === 'string') mask(second.value, first.value.value);
}

function lastName(expression: Expression): string | undefined {
  if (expression.kind === 'name' || expression.kind === 'member') return expression.name;
  if (expression.kind === 'index') return expression.index?.kind === 'string' ? expression.index.value : undefined;
  return expression.kind === 'call' && expression.args[0]?.value.kind === 'string' ? expression.args[0].value.value : undefined;
}

function boundName(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('kind' in target)) return undefined;
  if (target.kind === 'bind' && 'name' in target) return String(target.name);
  return target.kind === 'place' &&
    'target' in target &&
    typeof target.target === 'object' &&
    target.target !== null &&
    isExpression(target.target)
    ? lastName(target.target)
    : undefined;
}

function mask(value: Expression | undefined, name: string | undefined): void {
  if (value?.kind !== 'string' || value.secret || name === undefined || value.value.length < 6) return;
  if (!isSecretName(name) || (!isBinary(value.value) && (isPlaceholder(value.value) || !/^[\x21-\x7e]+$/.test(value.value)))) return;
  Object.assign(value, { value: '', secret: namedSecret(value.value) });
}

const forDevelopment =
  /(?:^|[^a-z])(?:dev(?:elopment)?|local(?:host)?|test(?:ing)?|insecure|default|mock|none|null|empty|unused|missing|not[-_]?\w+|no[-_]key)(?:[^a-z]|$)/i;

/** Bytes that no text has: `'\x88W\xf09…'`. */
const isBinary = (text: string): boolean => text.length >= 16 && /[\x80-\x9f]/.test(text) && !/[\n\t ]{2}|[^\0-\xff]/.test(text);

const random = /^(?=.*[a-z])(?=(?:\D*\d){4})[\w-]{24,}$/i;
/** Keys that providers mean for browsers. */
const shown = /^(?:AIza|pk[_.]|phc_|sb_publishable_|eyJ|G-|UA-)/;

function namedSecret(text: string): SecretShape {
  const reads = isBinary(text)
    ? 'random'
    : forDevelopment.test(text)
      ? 'development'
      : /^[a-z]+(?:[-_][a-z]+)*$/.test(text)
        ? 'words'
        : random.test(text) && !shown.test(text)
          ? 'random'
          : undefined;
  return { what: 'value of a secret name', certain: false, length: text.length, ...(reads && { reads }) };
}
