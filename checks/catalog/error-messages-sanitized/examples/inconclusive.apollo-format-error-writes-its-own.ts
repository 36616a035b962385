import { ApolloServer } from 'apollo-server-koa';
import { formatError } from 'graphql';
import Koa from 'koa';
import { schema } from './schema.ts';

const server = new ApolloServer({
  schema,
  formatError: (error) => ({ ...formatError(error), message: 'Something went wrong' }),
});
const app = new Koa();
server.applyMiddleware({ app });
app.listen(3000);
// file: schema.ts
export const schema = {};
