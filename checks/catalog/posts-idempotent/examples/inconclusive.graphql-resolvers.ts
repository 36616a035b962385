import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import express from 'express';
import { resolvers, typeDefs } from './plans.ts';

const app = express();
app.get('/healthz', (_request, response) => response.end());
app.listen(3000);
await startStandaloneServer(new ApolloServer({ typeDefs, resolvers, formatError: () => ({ message: 'failed' }) }));
// file: plans.ts
import { store } from 'the-store';

export const typeDefs = 'type Mutation { addPlan(title: String!): ID! }';
export const resolvers = { Mutation: { addPlan: (_root, { title }, { user }) => store.add(user.id, title) } };
