import Fastify from 'fastify';

interface Told {
  title: string;
  error?: string;
}

/** `error` is a word for the client, given by nobody so far. */
function told(title: string, error?: string): Told {
  const answer: Told = { title };
  if (error) answer.error = error;
  return answer;
}

const app = Fastify();
app.delete('/api/plans/:id', async (_request, reply) => reply.status(200).send(told('Deleted.')));
app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  reply.status(500).send(told('Something went wrong.'));
});
await app.listen({ port: 3000 });
