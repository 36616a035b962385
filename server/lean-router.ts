// The routes of a router, each with its chain composed once: the library composes it anew for every request.
import type Router from '@koa/router';
import type { RouterContext } from '@koa/router';
import compose from 'koa-compose';

type Routes<S> = (ctx: RouterContext<S>, next: () => Promise<unknown>) => Promise<unknown>;

/** As `router.routes()`, which still answers where no route fits, or more than one, and for a router with middleware of its own. */
export function leanRoutes<S>(router: Router<S>): Routes<S> {
  const byLibrary = router.routes();
  // It runs before a route is chosen, and is in no route's chain.
  if (router.stack.some(({ methods }) => methods.length === 0)) return (ctx, next) => Promise.resolve(byLibrary(ctx, next));
  const routes = router.stack.map((layer) => ({ layer, chain: compose(layer.stack) }));
  return (ctx, next) => {
    const { path, method } = ctx;
    let found: (typeof routes)[number] | undefined;
    let captures: readonly string[] = [];
    for (const route of routes) {
      const match = route.layer.methods.includes(method) ? route.layer.regexp.exec(path) : null;
      if (match === null) continue;
      if (found !== undefined) return Promise.resolve(byLibrary(ctx, next));
      found = route;
      captures = match.slice(1);
    }
    if (found === undefined) return Promise.resolve(byLibrary(ctx, next));
    ctx._matchedRoute = found.layer.path;
    ctx.params = found.layer.params(path, [...captures]);
    ctx.request.params = ctx.params;
    return found.chain(ctx, next);
  };
}
