// Only errors of the service's own speak: told by their name, and by a mark that they carry.
import { createServer, type ServerResponse } from 'node:http';

class PlanError extends Error {
  isProblem = true;
  name = 'PlanError';
}

const plans = new Map<string, string>();

function planOf(id: string): string {
  const plan = plans.get(id);
  if (plan === undefined) throw new PlanError('There is no such plan.');
  return plan;
}

function writeProblem(response: ServerResponse, error: PlanError) {
  response.writeHead(404).end(JSON.stringify({ message: error.message }));
}

createServer((request, response) => {
  try {
    response.end(planOf(request.url ?? ''));
  } catch (error) {
    if (request.method === 'HEAD' && error?.isProblem === true) writeProblem(response, error);
    else if (error?.name?.endsWith('PlanError')) response.writeHead(404).end(`Error: ${error.message}`);
    else response.writeHead(500).end('Something went wrong');
  }
}).listen(8000);
