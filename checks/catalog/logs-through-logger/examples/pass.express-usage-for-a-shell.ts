// Whoever asks for help at a shell is told it, and nothing is served.
import express from 'express';
import minimist from 'minimist';
import pino from 'pino';

const log = pino();
const argv = minimist(process.argv.slice(2));
const asks = (word: string) => argv._.includes(word);

if (argv.help || asks('help')) {
  console.log('node server.js --port 8000');
  process.exit(0);
}

const app = express();
app.get('/plans', (_req, res) => res.json([]));
app.listen(8000, () => log.info('listening'));
