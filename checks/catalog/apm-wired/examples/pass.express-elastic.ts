// Elastic's agent takes the version out of package.json by itself.
import apm from 'elastic-apm-node';

apm.start({ captureBody: 'off', ignoreUrls: ['/health'] });

const { default: express } = await import('express');
const app = express();
app.get('/plans', (_, res) => res.json([]));
app.listen(3000);
