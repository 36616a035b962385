import { createServer } from 'node:http';
import { createTerminus } from '@godaddy/terminus';
import express from 'express';
import mongoose from 'mongoose';

const app = express();
const server = createServer(app);
async function ready(): Promise<void> {
  await mongoose.connection.db.admin().ping();
}
createTerminus(server, { healthChecks: { '/readyz': ready } });
server.listen(3000);
