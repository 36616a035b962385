// Serves public data. decode here is about text, not tokens.
import express from 'express';

const decode = (text: string) => decodeURIComponent(text);

const app = express();
app.get('/exercises/:name', (request, response) => response.json({ name: decode(request.params.name) }));
app.listen(3000);
