// A star in prose, in a cache header and in a route is no CORS: origin: '*'
import express from 'express';

const app = express();
app.get('/api/*rest', (_request, response) => response.set('Cache-Control', 'no-store').json({ star: '*' }));
app.listen(3000);
