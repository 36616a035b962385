const http = require('http');
const { promisify } = require('util');

const server = http.createServer((request, response) => response.end('plans'));
promisify(server.listen.bind(server))(3000); // <- finding
