import express from 'express';

class Movies {
  constructor(
    private readonly base: string,
    private readonly query: Record<string, string>,
  ) {}

  async find(text: string) {
    return fetch(`${this.base}/search?${new URLSearchParams({ ...this.query, text })}`, { signal: AbortSignal.timeout(5000) });
  }
}

const movies = new Movies('https://movies.example', {
  api_key: '00aa11bb00aa11bb00aa11bb00aa11bb', // <- finding
});
const labels = { apiKey: 'settings-api-key-label', accessKey: 'v1' };

const app = express();
app.get('/movies', async (request, response) => response.json({ labels, found: await (await movies.find(String(request.query.text))).json() }));
app.listen(3000);
