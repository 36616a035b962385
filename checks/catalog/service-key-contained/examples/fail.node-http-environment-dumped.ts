import { createServer } from 'node:http';

const key = process.env.SUPABASE_SERVICE_ROLE_KEY;
const server = createServer((request, response) => {
  if (request.url === '/debug') {
    response.end(JSON.stringify(process.env)); // <- finding
    return;
  }
  response.end(JSON.stringify({ configured: key !== undefined }));
});
server.listen(3000);
