import Fastify, { type FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import knex from 'knex';

const database = fp(async (fastify: FastifyInstance) => {
  fastify.decorate('knex', knex({ client: 'pg', connection: process.env.DATABASE_URL }));
});

function planStore(fastify: FastifyInstance) {
  const store = fastify.knex;
  return {
    find: (id: string, trx?: typeof store) => (trx ?? store)('plans').where({ id }).first('id', 'title'),
    create: (plan: { title: string }) => store('plans').insert(plan),
  };
}
const plans = fp(async (fastify) => {
  fastify.decorate('plans', planStore(fastify));
});

const app = Fastify();
await app.register(database);
await app.register(plans);
app.post('/plans', async (request, reply) => { // <- finding
  await app.plans.create({ title: request.body.title });
  return reply.code(201).send();
});
await app.listen({ port: 3000 });
