// Which web page may call the API from a browser.
export const webOrigin = process.env.WEB_ORIGIN ?? '*'; // <- finding cors-restricted
export const corsMaxAgeSeconds = 600;
