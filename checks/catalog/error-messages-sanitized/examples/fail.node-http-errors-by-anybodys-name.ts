// That the name ends so says nothing: nearly every error of every library is called so.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

createServer(async (request, response) => {
  try {
    response.end(await readFile(`plans/${request.method}`, 'utf8'));
  } catch (error) {
    if (error?.name?.endsWith('Error')) response.writeHead(404).end(error.message); // <- finding
    else response.writeHead(500).end('Something went wrong');
  }
}).listen(8000);
