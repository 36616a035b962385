// What the API says of itself: for machines and for people.
import Router from '@koa/router';
import type { State } from '../middleware/state.ts';
import { openApiDocument } from '../openapi/document.ts';
import { documentationPage, pagePolicy } from '../openapi/page.ts';

export function documentationRoutes(): Router<State> {
  const router = new Router<State>();
  // Made when first asked for: it is the same as long as the process lives.
  let made: { readonly document: string; readonly page: string } | undefined;
  const pages = () => {
    const document = openApiDocument();
    made ??= { document: JSON.stringify(document), page: documentationPage(document) };
    return made;
  };
  router.get('/openapi.json', (ctx) => {
    ctx.type = 'application/json';
    ctx.body = (made ?? pages()).document;
  });
  router.get('/docs', (ctx) => {
    ctx.set('Content-Security-Policy', pagePolicy);
    ctx.type = 'html';
    ctx.body = (made ?? pages()).page;
  });
  return router;
}
