import apm from 'elastic-apm-node';
import Fastify from 'fastify';

apm.start({ serviceName: 'plans', serviceVersion: process.env.RELEASE, captureBody: 'off' });
const app = Fastify();
await app.listen({ port: 3000 });
