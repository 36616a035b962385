// Admits only the user whose id stands in the path. Another's id and one that does not exist look the same.
import type { RouterMiddleware } from '@koa/router';
import { notFound } from '../problem.ts';
import { type State, userOf } from './state.ts';

export const ownUser: RouterMiddleware<State> = (ctx, next) => {
  if (ctx.params.user_id?.toLowerCase() !== userOf(ctx).id) throw notFound();
  return next();
};
