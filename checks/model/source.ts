// One source file as language-neutral facts: what both front ends lower to, plain JSON.
// A node the front end does not know becomes `other`, with what stands inside it, so that nothing in it is lost.

export type Language = 'typescript' | 'python';

interface Node {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** A secret that stood in the source: its text never leaves the front end. */
export interface SecretShape {
  /** What it looks like: `Supabase service_role key`, `OpenAI key`, `private key`, `value of a secret name`. */
  readonly what: string;
  /** True where it is known by its shape, false where only the name it is bound to tells. */
  readonly certain: boolean;
  readonly length: number;
  /** Of a value known by its name alone: made of plain words, saying that it is for development, or long and without any sense, as what a provider gives out. */
  readonly reads?: 'words' | 'development' | 'random';
}

export type Expression =
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | RegexLiteral
  | Template
  | Name
  | Member
  | Index
  | CallExpression
  | ObjectLiteral
  | ListLiteral
  | FunctionExpression
  | ClassExpression
  | Conditional
  | Binary
  | Unary
  | Await
  | AssignExpression
  | Comprehension
  | Other;

export interface StringLiteral extends Node {
  readonly kind: 'string';
  /** Empty where `secret` is given. */
  readonly value: string;
  readonly secret?: SecretShape;
}
export interface NumberLiteral extends Node {
  readonly kind: 'number';
  readonly value: number;
}
export interface BooleanLiteral extends Node {
  readonly kind: 'boolean';
  readonly value: boolean;
}
/** `null`, `undefined`, `None`. */
export interface NullLiteral extends Node {
  readonly kind: 'null';
}
export interface RegexLiteral extends Node {
  readonly kind: 'regex';
  readonly source: string;
  readonly flags: string;
}
/** Template string or f-string: literal pieces and holes in order. */
export interface Template extends Node {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}
export interface Name extends Node {
  readonly kind: 'name';
  readonly name: string;
}
/** `object.name`. `this` and `super` are names. */
export interface Member extends Node {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: string;
}
/** `object[index]`; a slice has no index. */
export interface Index extends Node {
  readonly kind: 'index';
  readonly object: Expression;
  readonly index: Expression | undefined;
}
export interface Argument {
  /** Python keyword argument. */
  readonly name?: string;
  /** `...x`, `*x` or `**x`. */
  readonly spread?: 'positional' | 'keywords';
  readonly value: Expression;
}
export interface CallExpression extends Node {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly isNew?: true;
}
export interface ObjectEntry {
  /** A plain key, or an expression in brackets; absent for a spread. */
  readonly key?: string | Expression;
  readonly value: Expression;
}
/** Object literal or dict display. A method is an entry whose value is a function. */
export interface ObjectLiteral extends Node {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
}
export interface ListItem {
  readonly spread?: true;
  readonly value: Expression;
}
/** Array, list, tuple or set display. */
export interface ListLiteral extends Node {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
}
export interface Parameter extends Node {
  /** A name, or a destructuring pattern. */
  readonly pattern: Pattern;
  readonly annotation?: Expression;
  readonly fallback?: Expression;
  readonly rest?: 'positional' | 'keywords';
  readonly decorators?: readonly Expression[];
  /** TypeScript parameter property: it is a field of the class too. */
  readonly isField?: true;
}
export interface FunctionExpression extends Node {
  readonly kind: 'function';
  readonly name?: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators?: readonly Expression[];
  readonly returns?: Expression;
  readonly isAsync?: true;
  /** Arrow functions see the `this` around them. */
  readonly isArrow?: true;
  /** Getter, property or cached_property: reading it calls it. */
  readonly isGetter?: true;
  readonly endLine: number;
}
export interface ClassExpression extends Node {
  readonly kind: 'class';
  readonly name?: string;
  readonly bases: readonly Expression[];
  readonly decorators?: readonly Expression[];
  readonly members: readonly ClassMember[];
  readonly endLine: number;
}
export interface ClassMember extends Node {
  readonly name: string;
  readonly isStatic?: true;
  /** A method, or the value of a field. */
  readonly value?: Expression;
  readonly annotation?: Expression;
  readonly decorators?: readonly Expression[];
}
export interface Conditional extends Node {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}
export type BinaryOperator =
  | 'or'
  | 'and'
  | '??'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'instanceof'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**'
  | '//'
  | '|'
  | '&'
  | '^'
  | '<<'
  | '>>'
  | 'comma';
/** `||` is `or`, `===` and `is` are `==`. A chain `a or b or c` nests to the left. */
export interface Binary extends Node {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface Unary extends Node {
  readonly kind: 'unary';
  /** `!` and `not` are `not`. */
  readonly operator: 'not' | '-' | '+' | '~' | 'typeof' | 'delete' | 'void';
  readonly value: Expression;
}
/** `await x`; `yield x` too. */
export interface Await extends Node {
  readonly kind: 'await';
  readonly value: Expression;
  /** It hands a value out of a generator. */
  readonly yields?: true;
}
/** An assignment in an expression: `a = b`, `a ??= b`, `(a := b)`. */
export interface AssignExpression extends Node {
  readonly kind: 'assign';
  readonly target: Pattern;
  readonly value: Expression;
}
/** Python comprehension or generator expression. */
export interface Comprehension extends Node {
  readonly kind: 'comprehension';
  readonly clauses: readonly { readonly target: Pattern; readonly over: Expression; readonly tests: readonly Expression[] }[];
  readonly element: Expression;
  readonly key?: Expression;
}
export interface Other extends Node {
  readonly kind: 'other';
  readonly what: string;
  readonly parts: readonly Expression[];
}

/** What an assignment binds. */
export type Pattern =
  | { readonly kind: 'bind'; readonly name: string; readonly line: number; readonly column: number }
  | { readonly kind: 'place'; readonly target: Member | Index }
  | {
      readonly kind: 'object-pattern';
      readonly entries: readonly { readonly key?: string; readonly target: Pattern; readonly fallback?: Expression }[];
    }
  | { readonly kind: 'list-pattern'; readonly items: readonly (Pattern | undefined)[] };

export type Statement =
  | (Node & { readonly kind: 'expression'; readonly value: Expression })
  | AssignStatement
  | (Node & { readonly kind: 'function-definition'; readonly name: string; readonly value: FunctionExpression })
  | (Node & { readonly kind: 'class-definition'; readonly name: string; readonly value: ClassExpression })
  | IfStatement
  | LoopStatement
  | TryStatement
  | WithStatement
  | (Node & { readonly kind: 'return'; readonly value?: Expression })
  | (Node & { readonly kind: 'throw'; readonly value?: Expression })
  | (Node & { readonly kind: 'block'; readonly body: readonly Statement[] })
  | ImportStatement
  | ExportStatement;

/** `const a = b`, `a = b`, `a: T = b`, `a: T`; `+=` and the like give a Binary value. Several targets are several statements. */
export interface AssignStatement extends Node {
  readonly kind: 'assignment';
  readonly target: Pattern;
  readonly value?: Expression;
  readonly annotation?: Expression;
  readonly declares?: true;
  /** `var`: declared for the whole function, whatever block it stands in. */
  readonly hoisted?: true;
}
/** `switch` and `match` become chains of these. */
export interface IfStatement extends Node {
  readonly kind: 'if';
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}
export interface LoopStatement extends Node {
  readonly kind: 'loop';
  readonly target?: Pattern;
  /** What is iterated over, or the test of a while loop. */
  readonly over?: Expression;
  readonly body: readonly Statement[];
}
export interface Handler extends Node {
  /** Exception classes; empty catches all. */
  readonly types: readonly Expression[];
  readonly target?: Pattern;
  readonly body: readonly Statement[];
}
export interface TryStatement extends Node {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly otherwise: readonly Statement[];
  readonly cleanup: readonly Statement[];
}
/** `with a as b:`; also `using`. */
export interface WithStatement extends Node {
  readonly kind: 'with';
  readonly items: readonly { readonly value: Expression; readonly target?: Pattern }[];
  readonly body: readonly Statement[];
}
/**
 * `import x from 'm'`, `const {a: x} = require('m')` stays a call.
 * Python: `module` keeps its leading dots; `import a.b` binds `a` (imported `*`), `import a.b as c` binds `c` to module a.b.
 */
export interface ImportStatement extends Node {
  readonly kind: 'import';
  readonly module: string;
  /** `imported`: a name, `default`, or `*` for the module itself; `local` is `*` where all its names are bound here. Empty: for its effect only. */
  readonly bindings: readonly { readonly imported: string; readonly local: string }[];
  readonly isTypeOnly?: true;
}
/** JavaScript only: `export {a as b}`, `export {a as b} from 'm'`, `export * from 'm'`, `export default x`. Declarations export through one of these too. */
export interface ExportStatement extends Node {
  readonly kind: 'export';
  readonly exported: string;
  readonly local?: string;
  readonly value?: Expression;
  readonly from?: string;
  readonly imported?: string;
}

export interface SourceFile {
  /** Relative to the audited root, forward slashes. */
  readonly path: string;
  readonly language: Language;
  readonly lines: number;
  readonly body: readonly Statement[];
}
