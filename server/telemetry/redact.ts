// Takes out of a text what must never be kept: tokens and keys.

export function withoutSecrets(text: string): string {
  return text.replace(/eyJ[\w-]+\.[\w-]+\.[\w-]*|\bsk-[\w-]{8,}|\bsb_secret_[\w-]+/g, '[redacted]');
}
