import http from 'node:http';

const first = (fallback: string, ...names: string[]) => {
  return names.reduce((found, name) => {
    if (found !== undefined) return found;
    const value = process.env[name];
    return value;
  }, undefined as string | undefined) ?? fallback;
};

const greeting = first('hello', 'GREETING', 'OLD_GREETING');
http.createServer((_request, response) => response.end(greeting)).listen(3000);
