import express, { type NextFunction, type Request, type Response } from 'express';
import passport from 'passport';
import { planOf } from './plans.ts';

// Who signed in reaches the request only through what passport calls back.
const signedIn = (right: string) => (request: Request, response: Response, next: NextFunction) =>
  passport.authenticate('jwt', { session: false }, settle(request, right, next))(request, response, next);

function settle(request: Request, right: string, next: NextFunction) {
  return (error: unknown, person: { rights: string[] } | false) => {
    if (error || person === false || !person.rights.includes(right)) return next(new Error('not allowed'));
    Object.assign(request, { person });
    return next();
  };
}

const app = express();
const routes = [{ path: '/plans', router: express.Router().get('/:planId', signedIn('readPlans'), planOf) }];
for (const { path, router } of routes) app.use(path, router);
app.listen(3000);
// file: plans.ts
import type { Request, Response } from 'express';
import { database } from './database.ts';

export const planOf = async (request: Request, response: Response) => response.json(await database.plan(request.params.planId));
// file: database.ts
export const database = { plan: async (id: string | undefined) => ({ id }) };
