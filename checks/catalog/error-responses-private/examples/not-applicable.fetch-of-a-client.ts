// A client of an API hands over a method called fetch: it answers nobody.
export class Api {
  fetch(request: Request): Promise<Response> {
    return globalThis.fetch(request);
  }
}
export default new Api();
