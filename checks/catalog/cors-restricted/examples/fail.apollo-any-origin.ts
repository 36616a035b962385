// Apollo's own CORS, told to let everybody in.
import { ApolloServer } from 'apollo-server-express';
import express from 'express';

const app = express();
const server = new ApolloServer({ typeDefs: 'type Query { plans: [String] }', resolvers: { Query: { plans: () => [] } } });
await server.start();
server.applyMiddleware({
  app,
  path: '/graphql',
  cors: { origin: '*' }, // <- finding
});
app.listen(4000);
