// Everybody who may come in knows the same word: nothing here belongs to one of them.
import Fastify from 'fastify';

export class Inbox {
  app = Fastify();
  mails = new Map();
  constructor(options) {
    if (options.auth) this.guard(options.auth);
    this.app.get('/api/mails/:id', async (request, reply) => {
      const mail = this.mails.get(request.params.id);
      return mail ?? reply.status(404).send({ detail: 'There is no such mail.' });
    });
    this.app.delete('/api/mails/:id', async (request) => this.mails.delete(request.params.id));
  }
  guard(auth) {
    this.app.addHook('onRequest', async (request, reply) => {
      const { authorization } = request.headers;
      if (!authorization) return reply.status(401).send({ detail: 'Who is there?' });
      const [type, credentials] = authorization.split(' ');
      const [username, password] = Buffer.from(credentials, 'base64').toString().split(':');
      if (type !== 'Basic' || username !== auth.user || password !== auth.password) {
        return reply.status(401).send({ detail: 'Who is there?' });
      }
    });
  }
}

await new Inbox({ auth: readAuth() }).app.listen({ port: 3000 });
