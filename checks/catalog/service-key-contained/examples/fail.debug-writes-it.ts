// Silent by default, and in clear as soon as somebody sets DEBUG.
import createDebug from 'debug';
import express from 'express';

const debug = createDebug('app:config');
const config = { port: Number(process.env.PORT ?? 3000), clientSecret: process.env.OAUTH_CLIENT_SECRET };

debug(`port ${config.port}`);
debug(`client secret of ${config.clientSecret?.length} characters`);
debug(`client secret ${config.clientSecret}`); // <- finding

const app = express();
app.listen(config.port);
