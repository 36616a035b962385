// Errors that nobody meant to be read are replaced before they go out.
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@apollo/server/express4';
import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const resolvers = { Query: { plans: async () => (await pool.query('SELECT id, name FROM plans LIMIT 50')).rows } };

const server = new ApolloServer({
  typeDefs: 'type Plan { id: ID, name: String } type Query { plans: [Plan] }',
  resolvers,
  formatError: ({ extensions }) => ({ message: 'Something went wrong', extensions: { code: extensions?.code } }),
});
await server.start();
const app = express();
app.use('/graphql', express.json(), expressMiddleware(server));
app.use((_, res) => res.status(404).json({ message: 'Not found' }));
app.listen(4000);
