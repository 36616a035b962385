// Which variables the settings take is worked out from their own keys.
const settings: Record<string, string> = { MODEL: '', MODEL_KEY: '' };

function take(given: Record<string, string>) {
  for (const key of Object.keys(settings)) settings[key] = given[key] ?? '';
}

export default {
  async fetch(request: Request, env: Record<string, string>) {
    take(env);
    return fetch('https://model.example', { headers: { authorization: settings.MODEL_KEY ?? '' }, signal: request.signal });
  },
};
