// Without an option sockets let no other origin in, and one is given in development alone.
import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';

const isDev = process.env.NODE_ENV === 'development';
let cors = undefined;
if (isDev) {
  cors = { origin: '*' };
}
const app = express();
app.get('/api/plans', (_request, response) => response.json([]));
const server = createServer(app);
const io = new Server(server, { cors });
io.on('connection', (socket) => socket.emit('plans', []));
server.listen(3000);
