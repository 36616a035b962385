// Routes that another service calls, and proves it.
import { lastName } from '../../model/nodes.ts';
import type { CodeFunction, Unit } from '../../model.ts';

/** What arrives is held against a signature in a header: another service sends it, and means whomever it names. */
export function isSignedByPartner(unit: Unit, handler: CodeFunction): boolean {
  const calls = unit.callsFrom(handler);
  if (!calls.some(({ node }) => /^(?:compare_digest|timingSafeEqual)$/.test(lastName(node.callee) ?? ''))) return false;
  const codes = new Map([handler, ...calls.flatMap(({ inFunction }) => inFunction ?? [])].map((code) => [code.node, code]));
  return [...codes.values()].some((code) => unit.words(code).some((word) => /-signature\b/i.test(word)));
}
