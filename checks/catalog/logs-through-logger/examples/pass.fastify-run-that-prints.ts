// One run prints the API's description and ends; the run that serves only logs.
import Fastify from 'fastify';

const printsDescription = process.env.PRINT_DESCRIPTION === 'true';
const app = Fastify({ logger: true });
app.get('/plans', async (request) => {
  request.log.info('plans');
  return [];
});

if (printsDescription) {
  await app.ready();
  console.log(app.printRoutes());
} else {
  await app.listen({ port: 3000 });
}
