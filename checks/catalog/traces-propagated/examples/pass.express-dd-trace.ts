import 'dd-trace/init';
import axios from 'axios';
import express from 'express';

const app = express();
app.get('/', async (_request, response) => response.json((await axios.get('https://api.example.com')).data));
app.listen(3000);
