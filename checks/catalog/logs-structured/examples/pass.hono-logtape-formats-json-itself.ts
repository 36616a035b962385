import { configure, getAnsiColorFormatter, getConsoleSink, getLogger } from '@logtape/logtape';
import { Hono } from 'hono';

await configure({
  sinks: {
    console: getConsoleSink({
      formatter: process.env.K_SERVICE
        ? (record) => {
            const line = { time: record.timestamp, level: record.level, message: record.message.join(''), ...record.properties };
            return JSON.stringify(line);
          }
        : getAnsiColorFormatter(),
    }),
  },
  loggers: [{ category: 'coach', sinks: ['console'], lowestLevel: 'info' }],
});
const log = getLogger(['coach']);
const app = new Hono();
app.get('/api/plans', (context) => {
  log.info('plans are asked for');
  return context.json([]);
});

export default app;
