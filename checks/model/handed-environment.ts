// Environments that a host hands over with each request, and that a worker hands on whole: `settings.merge(env)`.
import type { Unit } from '../model.ts';
import { nodesIn } from './nodes.ts';
import { remembered } from './remembered.ts';

/** Whether `fetch(request, env)` gives all of it to something that is no other handler. */
export const handsEnvironmentOn = remembered((unit: Unit): boolean => {
  if (!unit.frameworks.includes('worker')) return false;
  return unit.functions().some(({ name, node }) => {
    const [, second] = node.parameters;
    if (name !== 'fetch' || second?.pattern.kind !== 'bind') return false;
    const { name: handed } = second.pattern;
    return nodesIn(node.body).some(
      (each) =>
        each.kind === 'call' &&
        !(each.callee.kind === 'member' && each.callee.name === 'fetch') &&
        each.args.some(({ value }) => value.kind === 'name' && value.name === handed),
    );
  });
});
