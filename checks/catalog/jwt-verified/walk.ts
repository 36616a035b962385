// Goes through what stands inside a function, a statement or an expression.
export { lastName, nodesIn } from '../../model/nodes.ts';
