// Whoever lacks the right may do it to themselves alone: the callback of Passport compares.
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import passport from 'passport';
import { accounts } from './accounts.ts';

const catchAsync = (run: RequestHandler) => (request: Request, response: Response, next: NextFunction) => {
  Promise.resolve(run(request, response, next)).catch(next);
};

const decide =
  (request: Request, done: () => void, refuse: (error: Error) => void, rights: readonly string[]) =>
  async (error: unknown, user: { id: string; rights: readonly string[] } | false, info: unknown) => {
    if (error || info || !user) return refuse(new Error('Please sign in'));
    request.user = user;
    const hasAll = rights.every((each) => user.rights.includes(each));
    if (!hasAll && request.params.accountId !== user.id) return refuse(new Error('Forbidden'));
    done();
  };

const auth =
  (...rights: readonly string[]) =>
  async (request: Request, response: Response, next: NextFunction) =>
    new Promise<void>((done, refuse) => {
      passport.authenticate('jwt', { session: false }, decide(request, done, refuse, rights))(request, response, next);
    })
      .then(() => next())
      .catch(next);

const remove = catchAsync(async (request, response) => {
  await accounts.deleteById(request.params.accountId);
  response.status(204).send();
});

const app = express();
app.route('/accounts/:accountId').delete(auth('manageAccounts'), remove);
app.listen(3000);
