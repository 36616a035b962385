// Puts the rules together and lowers a parsed file with them, in one walk.
import type { ts } from 'ts-morph';
import type { Expression, SourceFile, Statement } from '../../../model.ts';
import { compiler } from './compiler.ts';
import { expressionRules } from './expressions.ts';
import { jsxRules } from './jsx.ts';
import { literalRules } from './literals.ts';
import { loopRules } from './loops.ts';
import { type Lowering, Rules } from './lowering.ts';
import { moduleRules } from './modules.ts';
import { operatorRules } from './operators.ts';
import { bindingPattern } from './patterns.ts';
import { type Positions, positionsIn } from './positions.ts';
import { statementRules } from './statements.ts';
import { type Syntax, syntaxOf } from './syntax.ts';

interface Grammar {
  readonly ts: Syntax;
  readonly expressions: Rules<Expression>;
  readonly statements: Rules<void>;
}

let known: Grammar | undefined;

function grammar(): Grammar {
  if (known !== undefined) return known;
  const ts = syntaxOf(compiler());
  const expressions = new Rules<Expression>();
  const statements = new Rules<void>();
  for (const add of [expressionRules, literalRules, operatorRules, jsxRules]) add(expressions, ts);
  for (const add of [statementRules, loopRules, moduleRules]) add(statements, ts);
  known = { ts, expressions, statements };
  return known;
}

/** Lowers a file that parsed without errors. Throws a RangeError where it is nested too deeply. */
export function lower(path: string, source: ts.SourceFile): SourceFile {
  const positions = positionsIn(source.text);
  const lowering = makeLowering(source, positions, grammar(), false);
  return { path, language: 'typescript', lines: positions.lines, body: lowering.statements(source.statements) };
}

function makeLowering(source: ts.SourceFile, positions: Positions, rules: Grammar, inNamespace: boolean): Lowering {
  const { ts, expressions, statements } = rules;
  const unused: Statement[] = [];
  const lowering: Lowering = {
    ts,
    source,
    inNamespace,
    namespace: () => makeLowering(source, positions, rules, true),
    at: (node) => positions.at(startOf(node, source)),
    atOffset: positions.at,
    lineAt: positions.lineAt,
    expression: (node) => expressions.byKind[node.kind]?.lower(node, lowering, unused) ?? other(node, lowering),
    statements: (nodes) => {
      const out: Statement[] = [];
      let index = 0;
      for (const node of nodes) {
        index += 1;
        if (isUsing(node, lowering)) {
          out.push(using(node, nodes.slice(index), lowering));
          break;
        }
        statements.byKind[node.kind]?.lower(node, lowering, out);
      }
      return out;
    },
  };
  return lowering;
}

// Nearly every node starts at its position or one space later; comments and the rest are the compiler's business.
function startOf(node: ts.Node, source: ts.SourceFile): number {
  const { pos } = node;
  const code = source.text.charCodeAt(pos);
  if (isPlain(code)) return pos;
  return code === space && isPlain(source.text.charCodeAt(pos + 1)) ? pos + 1 : node.getStart(source);
}

const space = 32;
/** A character that surely begins a token: no blank, no `/` of a comment, no `#!`. */
const isPlain = (code: number): boolean => code > space && code < 127 && code !== 47 && code !== 35;

/** A node without a rule: what stands in it is kept. */
function other(node: ts.Node, l: Lowering): Expression {
  const parts: Expression[] = [];
  l.ts.forEachChild(node, (child) => {
    if (l.ts.isExpression(child)) parts.push(l.expression(child));
  });
  return { kind: 'other', what: l.ts.SyntaxKind[node.kind] ?? 'unknown', parts, ...l.at(node) };
}

function isUsing(node: ts.Statement, { ts }: Lowering): node is ts.VariableStatement {
  return ts.isVariableStatement(node) && (node.declarationList.flags & ts.NodeFlags.Using) !== 0;
}

/** `using` ends with the block it stands in, so it holds the rest of it. */
function using(node: ts.VariableStatement, rest: readonly ts.Statement[], l: Lowering): Statement {
  const items = node.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer === undefined ? [] : [{ value: l.expression(initializer), target: bindingPattern(name, l) }],
  );
  return { kind: 'with', items, body: l.statements(rest), ...l.at(node) };
}
