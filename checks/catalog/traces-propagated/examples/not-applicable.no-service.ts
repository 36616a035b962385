export const traceparent = '00-0';
