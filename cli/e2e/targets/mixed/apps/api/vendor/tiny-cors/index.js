// tiny-cors 0.1.0, copied here as its authors published it. Nothing uses it any more.
module.exports = function tinyCors(request, response, next) {
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin || '*');
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  console.log('cors', request.headers.origin);
  next();
};
