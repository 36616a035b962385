// file: package.json
{ "name": "shop", "dependencies": { "next": "15.0.0" } }
// file: app/api/config/route.ts
import { NextResponse } from 'next/server';

const config = { url: process.env.SUPABASE_URL, key: process.env.SUPABASE_SERVICE_ROLE_KEY };

export async function GET() {
  return NextResponse.json(config); // <- finding
}
