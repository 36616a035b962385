import { ApolloServer } from 'apollo-server-koa';
import { formatError } from 'graphql';
import { schema } from './schema.ts';

export const server = new ApolloServer({
  schema,
  formatError(error) { // <- finding
    const formatted = formatError(error);
    formatted.signIn = error.message === 'SIGN_IN';
    return formatted;
  },
});
// file: schema.ts
export const schema = {};
// file: index.ts
import Koa from 'koa';
import { server } from './main.ts';

const app = new Koa();
server.applyMiddleware({ app });
app.listen(3000);
