import express from 'express';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { store } from './store.ts';

async function check(payload, done) {
  done(null, await store.user(payload.sub));
}

passport.use(
  new Strategy(
    { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_SECRET, ignoreExpiration: true }, // <- finding
    check,
  ),
);
const app = express();
app.get('/api/plans', passport.authenticate('jwt', { session: false }), (request, response) => response.json([]));
app.listen(3000);
