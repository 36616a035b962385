import express from 'express';
import { prisma } from './prisma.ts';

const app = express();

const isKeyKnown = async (request: express.Request): Promise<boolean> => {
  const key = await prisma.apiKey.findUnique({ where: { token: request.headers['x-api-key'] } });
  return key !== null;
};
const authenticateKey: express.RequestHandler = async (request, response, next) => {
  if (await isKeyKnown(request)) next();
  else response.status(401).end();
};

// Whether a key opens everything, or is one person's and should open only theirs, stands in no line here.
app.delete('/v1/users/:userId', authenticateKey, async (request, response) => {
  await prisma.user.delete({ where: { id: request.params.userId } });
  response.status(204).end();
});
app.listen(3000);
