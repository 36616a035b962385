// Servers of GraphQL that put an error's own text into the answer by themselves.
import type { Finding, Unit } from '../../model.ts';

/** Apollo answers with the message of whatever a resolver throws, unless `formatError` says otherwise. */
export const graphqlFaults = (unit: Unit): readonly Finding[] =>
  unit
    .calls('npm:apollo-server*', 'npm:@apollo/server.ApolloServer')
    .filter(
      (call) =>
        call.symbols.some((symbol) => symbol.endsWith('.ApolloServer')) &&
        call.runsIn !== 'development' &&
        !call.onlyAsScript &&
        call.option('formatError') === 'absent',
    )
    .map(({ place }) => ({ message: 'Apollo answers with the text of whatever error a resolver throws: no formatError is given', place }));
