// The id_token that the strategy is handed came from the issuer's own token endpoint; every other token is verified.
import express from 'express';
import jwt from 'jsonwebtoken';
import passport from 'passport';
import { Strategy } from 'passport-oauth2';

const key = process.env.SIGNING_KEY ?? '';
if (key.length < 32) throw new Error('SIGNING_KEY is missing');

passport.use(
  new Strategy(
    {
      authorizationURL: 'https://login.example/authorize',
      tokenURL: 'https://login.example/token',
      clientID: 'stride',
      clientSecret: process.env.LOGIN_CLIENT_SECRET ?? '',
      callbackURL: 'https://api.stride.example/back',
    },
    (_access: string, _refresh: string, params: { id_token: string }, _profile: unknown, done: (error: unknown, user?: object) => void) => {
      const claims = jwt.decode(params.id_token);
      if (claims === null || typeof claims === 'string') return done(new Error('no claims'));
      done(null, { id: claims.sub, email: claims.email });
    },
  ),
);

const app = express();
app.get('/back', passport.authenticate('oauth2', { session: false }));
app.get('/plans', (request, response) => {
  const claims = jwt.verify((request.headers.authorization ?? '').slice(7), key, { algorithms: ['HS256'] });
  response.json({ claims });
});
app.listen(3000);
