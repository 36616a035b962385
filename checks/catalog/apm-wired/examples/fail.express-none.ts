import express from 'express';

const app = express(); // <- finding
app.listen(3000);
