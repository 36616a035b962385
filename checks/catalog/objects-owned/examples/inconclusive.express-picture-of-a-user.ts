import express from 'express';
import { expressjwt } from 'express-jwt';
import { prisma } from './prisma.ts';

const app = express();
const requireLogin = expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] });
// A picture that every page shows beside the name: nothing says that it is anybody's alone.
app.get('/users/:username/avatar.svg', requireLogin, async (request, response) => {
  const user = await prisma.user.findUnique({ where: { username: request.params.username } });
  response.type('svg').send(user?.picture);
});
app.listen(3000);
