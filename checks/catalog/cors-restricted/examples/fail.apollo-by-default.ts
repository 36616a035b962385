// Nothing is said of CORS: what applies the server brings a policy that admits everybody.
import { ApolloServer } from 'apollo-server-express';
import express from 'express';

const app = express();
const server = new ApolloServer({ typeDefs: 'type Query { plans: [String] }', resolvers: { Query: { plans: () => [] } } });
await server.start();
server.applyMiddleware({ app, path: '/graphql' }); // <- finding
app.listen(4000);
