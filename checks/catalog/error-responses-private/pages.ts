// Pages that tell of errors: what a template makes of what it is given stands in no source that is read.
import { lastName, nodesIn } from '../../model/nodes.ts';
import type { Expression, Unit } from '../../model.ts';

const pages = ['*.TemplateResponse', '*.render_template', 'py:django.shortcuts.render', '*.render'];

/** Error handlers that put a stack beside a page: the page may show it, always or where debugging is on. */
export function stacksBesidePages(unit: Unit): readonly string[] {
  const handlers = new Set(unit.errorHandlers.flatMap(({ code }) => code?.node ?? []));
  const telling = unit
    .calls(...pages)
    .filter(({ runsIn, onlyAsScript }) => runsIn !== 'development' && !onlyAsScript)
    .flatMap(({ inFunction }) => (inFunction !== undefined && handlers.has(inFunction.node) ? [inFunction] : []));
  return [...new Map(telling.map((code) => [code.node, code])).values()]
    .filter(({ node }) => givenIn(node.body).some((value) => holdsStack(unit, value)))
    .map(({ name }) => `whether the page of ${name || 'an error handler'} shows the stack trace that it is given is said by its template`);
}

/** Entries of objects, and what is handed over by name; not to a log. */
function givenIn(body: object): readonly Expression[] {
  const nodes = nodesIn(body);
  const logged = new Set<object>(
    nodes.flatMap((node) => (node.kind === 'call' && writes.test(lastName(node.callee) ?? '') ? nodesIn(node.args) : [])),
  );
  return nodes.flatMap((node) => {
    if (logged.has(node)) return [];
    if (node.kind === 'object') return node.entries.map(({ value }) => value);
    return node.kind === 'call' && !writes.test(lastName(node.callee) ?? '')
      ? node.args.flatMap(({ name, value }) => (name === undefined ? [] : [value]))
      : [];
  });
}
const writes =
  /^(?:log|debug|info|warn|warning|error|exception|critical|fatal|trace|bind|capture\w*|set_(?:extra|context|tag)|add_event|print)$/;

const holdsStack = (unit: Unit, value: Expression): boolean =>
  /^(?:name|member|call|template)$/.test(value.kind) &&
  unit.sources(value).some((source) => source.kind === 'exception' && source.part === 'stack');
