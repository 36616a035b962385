import { createServer } from 'node:http';

function write(level: string, message: string): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message })}\n`);
}
createServer((_request, response) => {
  write('info', 'asked');
  response.end();
}).listen(3000);
