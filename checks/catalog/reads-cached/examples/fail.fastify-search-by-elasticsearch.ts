import { Client } from '@elastic/elasticsearch';
import Fastify from 'fastify';
import fp from 'fastify-plugin';

const search = fp(async (fastify) => {
  fastify.decorate('elastic', new Client({ node: process.env.ELASTIC_URL }));
});

const app = Fastify();
await app.register(search);
app.get('/plans', async (request) => { // <- finding
  const { hits } = await app.elastic.search({ index: 'plans', query: { match: { title: request.query.title } } });
  return hits.hits.map(({ _source }) => _source);
});
await app.listen({ port: 3000 });
