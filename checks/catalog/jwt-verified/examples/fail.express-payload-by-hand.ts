import express from 'express';

function userIdOf(token: string): string {
  const [, payload = ''] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')).sub; // <- finding
}

const app = express();
app.get('/api/plans', (request, response) => {
  response.json({ owner: userIdOf(request.headers.authorization?.slice(7) ?? '') });
});
app.listen(3000);
