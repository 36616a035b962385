// A session is read before everything, and whoever has none goes on: a feed by its name is there for all.
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { db } from './db.ts';

const unlessPicture = (middleware) => (request, response, next) => (request.path.endsWith('.png') ? next() : middleware(request, response, next));
const signedIn = (request, response, next) => (request.user ? next() : response.sendStatus(401));

const app = express();
app.use(session({ secret: process.env.SESSION_SECRET ?? '' }));
app.use(passport.initialize());
app.use(unlessPicture(passport.session()));

app.get('/feed/:slug/item/:episodeId', async (request, response) => {
  const feed = await db.feed.findFirst({ where: { slug: request.params.slug } });
  response.json(await db.episode.findFirst({ where: { id: request.params.episodeId, feedId: feed.id } }));
});
app.patch('/api/episodes/:episodeId', signedIn, async (request, response) => {
  response.json(await db.episode.updateMany({ where: { id: request.params.episodeId, userId: request.user.id }, data: { title: request.body.title } }));
});
app.listen(3000);
// file: db.ts
import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();
