const http = require('http');
const { find } = require('./plans');

http
  .createServer((request, response) => {
    find(request.url, (plan) => {
      if (plan) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(plan));
      } else {
        response.writeHead(404, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ message: 'No such plan' }));
      }
    });
  })
  .listen(3000);
// file: plans.js
exports.find = (id, done) => done(undefined);
