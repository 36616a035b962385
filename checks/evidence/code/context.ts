// Where a piece of code stands: its file, scope, function, and what must hold for it to run.
import type {
  CallExpression,
  ClassExpression,
  Expression,
  FunctionExpression,
  Guard,
  Handler,
  ImportStatement,
  Pattern,
  SourceFile,
  Statement,
} from '../../model.ts';

/** One way a name gets its value. */
export type Binding = { readonly name: string; readonly at: Context } & (
  | {
      readonly kind: 'value';
      readonly value: Expression;
      readonly keys: readonly Key[];
      readonly annotation?: Expression;
      readonly fallback?: Expression;
    }
  | { readonly kind: 'declared'; readonly annotation?: Expression }
  | { readonly kind: 'import'; readonly statement: ImportStatement; readonly imported: string }
  | {
      readonly kind: 'parameter';
      readonly code: FunctionExpression;
      readonly index: number;
      readonly keys: readonly Key[];
      readonly fallback?: Expression;
    }
  | { readonly kind: 'function'; readonly code: FunctionExpression }
  | { readonly kind: 'class'; readonly code: ClassExpression }
  /** One item of what is iterated over, or a value that `with` enters. */
  | { readonly kind: 'item' | 'entered'; readonly value: Expression; readonly keys: readonly Key[] }
  | { readonly kind: 'exception'; readonly handler: Handler }
);
/** A step into a destructured value; `*` is the rest. */
export type Key = string | number;

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'block';
  readonly parent: Scope | undefined;
  readonly bindings: Map<string, Binding[]>;
}

export interface Context {
  readonly file: IndexedFile;
  readonly scope: Scope;
  readonly inFunction: FunctionExpression | undefined;
  readonly inClass: ClassExpression | undefined;
  readonly guards: readonly Guard[];
  /** Innermost last. */
  readonly tries: readonly (readonly Handler[])[];
  readonly handler: Handler | undefined;
  readonly inLoop: boolean;
  /** Calls that the code is an argument of or that `with` entered, innermost last. */
  readonly around: readonly CallExpression[];
  /** The expression itself is awaited. */
  readonly awaited?: boolean;
}

/** A write to a member or an index. */
export interface PlaceWrite {
  readonly target: Extract<Pattern, { kind: 'place' }>['target'];
  readonly value: Expression;
}
export interface NamedEntry {
  readonly key: string;
  readonly value: Expression;
}
/** A file's facts with what the middle looks up again and again. */
export interface IndexedFile {
  readonly source: SourceFile;
  readonly moduleScope: Scope;
  readonly calls: Extract<Expression, { kind: 'call' }>[];
  readonly writes: PlaceWrite[];
  /** Entries of object literals with plain keys. */
  readonly entries: NamedEntry[];
  readonly functions: FunctionExpression[];
  readonly classes: ClassExpression[];
  readonly handlers: Handler[];
  readonly imports: ImportStatement[];
  readonly exports: Extract<Statement, { kind: 'export' }>[];
  readonly reads: Extract<Expression, { kind: 'member' | 'index' }>[];
  /** `list.append(x)`, `list.push(x)`, by the list's name. */
  readonly additions: Map<string, Extract<Expression, { kind: 'call' }>[]>;
  /** `x || y`, `x ?? y`, `x or y`, by their left side. */
  readonly defaults: Map<Expression, Expression>;
  readonly returns: Map<FunctionExpression, Expression[]>;
  /** What generators hand out. */
  readonly yields: Map<FunctionExpression, Expression[]>;
  readonly throws: { readonly value: Expression; readonly inFunction: FunctionExpression | undefined }[];
  /** Fields written through `this.x = …` or `self.x = …`, per class. */
  readonly fields: Map<ClassExpression, Map<string, Expression[]>>;
  /** The name a function or class is bound to, where it has none of its own. */
  readonly names: Map<object, string>;
}

// On the node itself, under a key that JSON leaves out: a map of millions of nodes costs more than all else.
const where = Symbol('context');
interface Placed {
  [where]?: Context;
}

export function remember(node: object, context: Context): void {
  const placed: Placed = node;
  placed[where] = context;
}

/** Where a node stands. Every expression of an indexed file has one; anything else is a mistake of the caller. */
export function contextOf(node: object): Context {
  const { [where]: context }: Placed = node;
  if (context === undefined) throw new Error('an expression that no file holds');
  return context;
}
