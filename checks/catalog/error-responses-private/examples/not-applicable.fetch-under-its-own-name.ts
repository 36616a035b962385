// A library that hands over a fetch of its own; fetch(request) of the platform does the work.
const ours = (address: string, options?: RequestInit): Promise<Response> => {
  const request = new Request(address, options);
  return fetch(request);
};
export default { fetch: ours };
