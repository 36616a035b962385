const config = require('config');

module.exports = async function () {
  var server;
  var isBehindProxy = config.get('behindProxy');
  if (isBehindProxy) {
    var http = require('proxywrapper').wrap(require('http'));
  } else {
    var http = require('http');
  }

  function stop() {
    if (server) {
      server.close(() => process.exit(0));
    } else {
      process.exit(0);
    }
  }
  process.on('SIGTERM', () => stop());

  server = http.createServer((request, response) => response.end('plans'));
  await require('util').promisify(server.listen.bind(server))(config.get('port'));
};
// file: index.js
require('./main')();
