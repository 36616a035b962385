import fastify from 'fastify';
import { verifyJwt } from './auth.ts';
import { pool } from './pool.ts';

const app = fastify();
app.patch('/accounts/:accountId', { preHandler: verifyJwt }, async (request, reply) => { // <- finding
  const { accountId } = request.params;
  const user = request.user;
  request.log.info({ user }, 'changes an account');
  await pool.query('UPDATE accounts SET name = $1 WHERE id = $2', [request.body.name, accountId]);
  return reply.code(204).send();
});
app.listen({ port: 3000 });
