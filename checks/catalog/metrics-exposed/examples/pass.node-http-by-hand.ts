import { createServer } from 'node:http';
import { Histogram, register } from 'prom-client';

const duration = new Histogram({ name: 'http_request_duration_seconds', help: 'Time to answer.', labelNames: ['method', 'route', 'status'] });
const routes = new Map([['/v1/plans', () => []]]);

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://service');
  if (pathname === '/metrics') {
    response.setHeader('content-type', register.contentType);
    return void response.end(await register.metrics());
  }
  const handler = routes.get(pathname);
  const end = duration.startTimer({ method: request.method, route: handler ? pathname.slice(0, 64) && 'plans' : 'none' });
  response.once('finish', () => end({ status: response.statusCode }));
  response.statusCode = handler ? 200 : 404;
  response.end(JSON.stringify(handler?.() ?? {}));
});
server.listen(3000);
