// Apollo's own policy is off; the service's holds for all routes.
import { ApolloServer } from 'apollo-server-express';
import cors from 'cors';
import express from 'express';

const app = express();
app.use(cors({ origin: ['https://app.example.com'] }));
const server = new ApolloServer({ typeDefs: 'type Query { plans: [String] }', resolvers: { Query: { plans: () => [] } } });
await server.start();
server.applyMiddleware({ app, path: '/graphql', cors: false });
app.listen(4000);
