// Variables that hold the text of a private key, as their use tells: line breaks are put back into it.
import type { Expression, Unit } from '../../model.ts';

const known = new WeakMap<Unit, ReadonlySet<string>>();

/** Names such as `HTTPS_KEY` in `process.env.HTTPS_KEY.replace(/\\n/g, '\n')`: a path or an id has no line breaks. */
export function keyTexts(unit: Unit): ReadonlySet<string> {
  const before = known.get(unit);
  if (before) return before;
  const names = unit.calls('*.replace', '*.replaceAll').flatMap(({ node }) => {
    if (node.callee.kind !== 'member') return [];
    const [first, second] = node.args;
    if (first === undefined || second === undefined || !isEscaped(first.value) || !isBreak(second.value)) return [];
    return unit.sources(node.callee.object).flatMap((source) => (source.kind === 'environment' ? [source.name] : []));
  });
  const found = new Set(names.filter((name) => /(?:^|_)key(?:_|$)/i.test(name) && !/public|cert/i.test(name)));
  known.set(unit, found);
  return found;
}

const isEscaped = (what: Expression): boolean =>
  (what.kind === 'regex' && /^(?:\\){2,4}n$/.test(what.source)) || (what.kind === 'string' && what.value === '\\n');
const isBreak = (what: Expression): boolean => what.kind === 'string' && what.value === '\n';
