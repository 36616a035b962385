// Koa's own handler is replaced by one that puts the stack into a page.
import Koa from 'koa';
import { escape } from 'es-toolkit/compat';

const page = '<h1>{message}</h1><pre>{stack}</pre>';

export function onerror(app: Koa) {
  app.context.onerror = function (this: Koa.Context, error: Error | null) {
    if (error === null) return;
    this.status = 500;
    this.type = 'text/html';
    this.body = page // <- finding
      .replace(/\{message\}/g, escape('Something broke'))
      .replace(/\{stack\}/g, escape(error.stack ?? ''));
    this.res.end(this.body);
  };
}

const app = new Koa();
onerror(app);
app.listen(3000);
