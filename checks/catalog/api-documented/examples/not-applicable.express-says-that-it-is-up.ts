import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';

const app = express();
app.get('/', (_request, response) => {
  response.send('The rooms are open.');
});
const server = createServer(app);
new Server(server).on('connection', (socket) => socket.on('join', (room) => socket.join(room)));
server.listen(3000);
