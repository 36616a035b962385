// Keys of machines are switched off as they expire: the strategy leaves the date to the function that it is given.
import express from 'express';
import passport from 'passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { store } from './store.ts';

class Keeper {
  async check(payload, done) {
    if (payload.exp && payload.exp < Date.now() / 1000) {
      done(null, null);
      await store.switchOff(payload.keyId);
      return;
    }
    done(null, await store.user(payload.sub));
  }
}

const keeper = new Keeper();
passport.use(
  new Strategy(
    { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.JWT_SECRET, ignoreExpiration: true },
    keeper.check.bind(keeper),
  ),
);
const app = express();
app.get('/api/plans', passport.authenticate('jwt', { session: false }), (request, response) => response.json([]));
app.listen(3000);
