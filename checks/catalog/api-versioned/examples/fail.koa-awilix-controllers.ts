// Controllers of awilix-koa are found by a pattern of paths, and name their methods in texts.
import Koa from 'koa';
import { createContainer } from 'awilix';
import { loadControllers, scopePerRequest } from 'awilix-koa';

const container = createContainer().loadModules(['services/*.ts'], { formatName: 'camelCase' });
const app = new Koa();
app.use(scopePerRequest(container));
app.use(loadControllers('routes/*.ts', { cwd: import.meta.dirname }));
app.listen(3000);
// file: routes/plans.ts
import { createController } from 'awilix-koa';

const api = (planService) => ({
  all: async (ctx) => {
    ctx.body = await planService.all();
  },
  make: async (ctx) => {
    ctx.body = await planService.make(ctx.request.body);
  },
});
export default createController(api).prefix('/plans').get('', 'all').post('', 'make'); // <- finding
// file: services/plan-service.ts
export default class PlanService {
  all = async () => [];
  make = async (plan) => plan;
}
