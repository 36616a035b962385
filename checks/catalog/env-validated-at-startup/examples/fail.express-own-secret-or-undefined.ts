// Nobody is told from anybody without this one, whatever stands in for it.
import express from 'express';
import jwt from 'jsonwebtoken';

const secret = process.env.JWT_SECRET || undefined;

const app = express(); // <- finding
app.get('/plans', (req, res) => res.json(jwt.verify(String(req.headers.authorization), String(secret))));
app.listen(3000);
