import { createServer } from 'node:http';
import { createTerminus } from '@godaddy/terminus';
import express from 'express';

const server = createServer(express());
createTerminus(server, { signals: ['SIGTERM'], timeout: 20_000 });
server.listen(3000);
