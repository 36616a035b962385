// The invitation goes with what is made of it: whoever repeats the request finds none.
import { fastify } from 'fastify';
import { acceptInvite } from './accept-invite.ts';

const app = fastify();
app.register(acceptInvite);
app.listen({ port: 3000 });
// file: accept-invite.ts
import { PrismaClient } from '@prisma/client';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { auth } from './auth.ts';

const db = new PrismaClient();
export async function acceptInvite(app: FastifyInstance) {
  app
    .withTypeProvider<ZodTypeProvider>()
    .register(auth)
    .post('/invites/:inviteId/accept', async (request, reply) => {
      const invite = await db.invite.findUnique({ where: { id: request.params.inviteId } });
      if (!invite) return reply.status(404).send();
      await db.$transaction([
        db.member.create({ data: { userId: request.user.sub, teamId: invite.teamId } }),
        db.invite.delete({ where: { id: invite.id } }),
      ]);
      return reply.status(204).send();
    });
}
// file: auth.ts
import fp from 'fastify-plugin';

export const auth = fp(async (app) => {
  app.addHook('preHandler', async (request) => request.jwtVerify());
});
