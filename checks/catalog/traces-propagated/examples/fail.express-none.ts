import express from 'express';

const app = express(); // <- finding
app.get('/', async (_request, response) => response.json(await (await fetch('https://api.example.com')).json()));
app.listen(3000);
