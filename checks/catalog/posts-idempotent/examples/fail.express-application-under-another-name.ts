// The application is handed to a module for each resource under a name that says nothing, and a wrapper runs each handler.
const express = require('express');

module.exports = (container) => {
  const service = express();
  service.use(express.json());
  const { endpointOf } = require('./endpoint');
  require('./resources/workouts')(service, endpointOf(container));
  return service;
};
// file: endpoint.js
const endpointOf = (container) => (resource) => (request, response, next) =>
  Promise.resolve(resource(container, request)).then((result) => response.json(result), next);
module.exports = { endpointOf };
// file: resources/workouts.js
const knex = require('knex')({ client: 'pg', connection: process.env.DATABASE_URL });

module.exports = (service, endpoint) => {
  service.post('/workouts', endpoint(async (_, { body }) => { // <- finding
    return knex('workouts').insert({ name: body.name }).returning('id');
  }));
};
// file: run.js
require('./main')({ mail: true }).listen(8000);
