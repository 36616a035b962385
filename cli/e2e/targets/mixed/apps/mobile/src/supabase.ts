// The client of the signed-in user. The anon key is public by design.
import { createClient } from '@supabase/supabase-js';
import { z } from 'zod';

const environment = z
  .object({ url: z.url(), anonKey: z.string().min(20), apiUrl: z.url() })
  .parse({
    url: process.env.EXPO_PUBLIC_SUPABASE_URL,
    anonKey: process.env.EXPO_PUBLIC_SUPABASE_ANON_KEY ?? 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiIsInJlZiI6Im1peGVkZXhhbXBsZXJlZiIsIm5vdGUiOiJwdWJsaWMgYnkgZGVzaWduIn0.no-signature-this-key-opens-nothing',
    apiUrl: process.env.EXPO_PUBLIC_API_URL ?? 'https://api.example.com',
  });

export const supabase = createClient(environment.url, environment.anonKey);
export const apiUrl = environment.apiUrl;
