// What a printer of a library's format makes of a record: all of it JSON, or a line of text, perhaps with JSON behind it.
import { type AnyNode, lastName, nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Expression, Unit } from '../../model.ts';

/** `printf((record) => JSON.stringify(record))`, `printf(asJson)`; no `${level}: ${message} ${JSON.stringify(rest)}`. */
export function printsJson(unit: Unit, { node }: Call): boolean {
  const codes = node.args.flatMap(({ value }) => unit.functionsIn(value));
  if (codes.length === 0) return unit.words(node).includes('stringify');
  return codes.some((code) => returned(code).some((value) => isJson(unit, value, 2)));
}

const returned = ({ node }: CodeFunction): readonly Expression[] =>
  nodesIn(node.body).flatMap((each) => (each.kind === 'return' && each.value ? [each.value] : []));

function isJson(unit: Unit, value: Expression, depth: number): boolean {
  switch (value.kind) {
    case 'call':
      return lastName(value.callee) === 'stringify' || unit.targets(value).some((code) => unit.words(code).includes('stringify'));
    case 'template':
      return value.parts.every((part) => (part.kind === 'string' ? part.value.trim() === '' : isJson(unit, part, depth)));
    case 'conditional':
      return isJson(unit, value.then, depth) || isJson(unit, value.otherwise, depth);
    case 'binary':
      return isJson(unit, value.left, depth) && (value.right.kind === 'string' || isJson(unit, value.right, depth));
    case 'name': {
      const pieces = unit.pieces(value).filter((piece) => piece.value !== value);
      return depth > 0 && pieces.length > 0 && pieces.every((piece) => isJson(unit, piece.value, depth - 1));
    }
    default:
      return false;
  }
}

type Runs = 'every' | 'development' | 'unknown';

/** In which runs the loggers take a format that stands under a name elsewhere: of the conditions around the name. */
export function takenIn(unit: Unit, format: Call, loggers: readonly Call[]): Runs {
  const isFormat = (node: AnyNode): node is Expression =>
    node.kind === 'name' && unit.symbols(node).some((symbol) => format.symbols.some((each) => symbol === `${each}()`));
  const taken = loggers.flatMap(({ node }): readonly Runs[] => {
    const inside = nodesIn(node);
    return inside.filter(isFormat).map((use) => runsOf(unit, inside, use));
  });
  if (taken.length === 0 || taken.includes('every')) return 'every';
  return taken.every((each) => each === 'development') ? 'development' : 'unknown';
}

function runsOf(unit: Unit, inside: readonly AnyNode[], use: Expression): Runs {
  const found = inside.flatMap((each): readonly Runs[] => {
    if (each.kind !== 'conditional') return [];
    const holds = nodesIn(each.then).includes(use);
    if (!holds && !nodesIn(each.otherwise).includes(use)) return [];
    const run = unit.trueIn(each.test);
    if (run === (holds ? 'development' : 'production')) return ['development'];
    return run === undefined && unit.environmentBehind(each.test).length > 0 ? ['unknown'] : [];
  });
  return found.includes('development') ? 'development' : found.includes('unknown') ? 'unknown' : 'every';
}

/** `{ formatter: (record) => JSON.stringify({ … }) }`, also where a platform's variable decides for it. */
export const formatsJson = (settings: Expression): boolean =>
  nodesIn(settings).some(
    (node) =>
      node.kind === 'object' &&
      node.entries.some(
        ({ key, value }) =>
          key === 'formatter' && nodesIn(value).some((each) => each.kind === 'call' && lastName(each.callee) === 'stringify'),
      ),
  );
