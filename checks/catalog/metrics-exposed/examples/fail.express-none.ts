import express from 'express';

// import client from 'prom-client'; app.get('/metrics', …)
const app = express(); // <- finding
app.listen(3000);
