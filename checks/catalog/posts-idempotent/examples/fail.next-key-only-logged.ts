// file: app/api/orders/route.ts
import { NextResponse } from 'next/server';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // <- finding
  const key = request.headers.get('idempotency-key');
  console.info('order', { key });
  const { item } = await request.json();
  return NextResponse.json(await prisma.order.create({ data: { item } }), { status: 201 });
}
// file: package.json
{ "name": "shop", "scripts": { "start": "next start" }, "dependencies": { "next": "15.3.0", "@prisma/client": "6.5.0" } }
