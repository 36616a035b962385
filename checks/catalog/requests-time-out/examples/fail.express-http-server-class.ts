// The server is made by its class instead of createServer: its limits are Node's all the same.
import { Server } from 'node:http';
import express from 'express';

const app = express();
app.get('/plans', (_request, response) => response.json([]));

const server = new Server(app); // <- finding
server.listen(3000);
