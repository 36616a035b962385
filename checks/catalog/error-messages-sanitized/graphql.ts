// Servers of GraphQL that put an error's own text into the answer by themselves.
import { nodesIn } from '../../model/nodes.ts';
import type { Call, CodeFunction, Finding, Unit } from '../../model.ts';

/** Apollo answers with the message of whatever a resolver throws, unless `formatError` says otherwise. */
export const graphqlFaults = (unit: Unit): readonly Finding[] =>
  unit
    .calls('npm:apollo-server*', 'npm:@apollo/server.ApolloServer')
    .filter(
      (call) => call.symbols.some((symbol) => symbol.endsWith('.ApolloServer')) && call.runsIn !== 'development' && !call.onlyAsScript,
    )
    .flatMap((call): readonly Finding[] => {
      const { place } = call;
      if (call.option('formatError') === 'absent')
        return [{ message: 'Apollo answers with the text of whatever error a resolver throws: no formatError is given', place }];
      const loose = formattersOf(call).find((code) => keepsTexts(unit, code));
      return loose
        ? [
            {
              message: 'Apollo answers with the text of whatever error a resolver throws: formatError leaves it as it is',
              place: unit.place(loose.node),
            },
          ]
        : [];
    });

function formattersOf(call: Call): readonly CodeFunction[] {
  const value = call.option('formatError');
  return typeof value === 'object' && value.kind === 'function' ? [value.code] : [];
}

/** graphql's own `formatError` copies the message; nothing here asks what kind of error it is, or writes another message. */
const keepsTexts = (unit: Unit, { node }: CodeFunction): boolean => {
  const all = nodesIn(node.body);
  const copies = all.some(
    (each) =>
      each.kind === 'call' && unit.symbols(each.callee).some((symbol) => /^npm:graphql(?:\/error(?:\/\w+)?)?\.formatError$/.test(symbol)),
  );
  const branches = all.some(({ kind }) => kind === 'if' || kind === 'conditional' || kind === 'throw');
  const writes = all.some(
    (each) =>
      (each.kind === 'object' && each.entries.some(({ key }) => key === 'message')) ||
      (each.kind === 'assignment' &&
        each.target.kind === 'place' &&
        each.target.target.kind === 'member' &&
        each.target.target.name === 'message'),
  );
  return copies && !branches && !writes;
};
