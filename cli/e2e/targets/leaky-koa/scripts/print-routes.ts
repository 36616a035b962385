// Lists the routes; run by hand.
import { router } from '../src/routes.ts';

for (const layer of router.stack) {
  console.log(layer.methods.join(','), layer.path);
}
