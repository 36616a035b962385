import Fastify from 'fastify';
import multer from 'fastify-multer';

const upload = multer({ dest: 'uploads/' }); // <- finding
const server = Fastify();
server.register(multer.contentParser);
server.post('/plans/:id/photo', { preHandler: upload.single('photo') }, async (request) => ({ id: request.params }));
await server.listen({ port: 3000 });
