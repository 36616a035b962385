// file: src/coach.ts
export function coach(): string {
  console.log('coach'); // <- finding
  return 'go';
}
// file: src/main.ts
import express from 'express';

const app = express();
app.get('/api/coach', async (_request, response) => {
  const { coach } = await import('./coach.ts');
  response.json({ text: coach() });
});
app.listen(3000);
