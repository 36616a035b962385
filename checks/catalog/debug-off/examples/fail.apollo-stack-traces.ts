import { ApolloServer } from '@apollo/server';
import express from 'express';

const server = new ApolloServer({
  typeDefs: 'type Query { plans: [String] }',
  includeStacktraceInErrorResponses: true, // <- finding
});
await server.start();
const app = express();
app.listen(3000);
