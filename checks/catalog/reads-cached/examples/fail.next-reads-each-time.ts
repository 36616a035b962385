// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0", "@prisma/client": "6.8.0" } }
// file: app/api/exercises/route.ts
import { NextResponse } from 'next/server';
import { prisma } from '../../../lib/prisma';

export const dynamic = 'force-dynamic';

export async function GET() { // <- finding
  return NextResponse.json(await prisma.exercise.findMany({ take: 100 }));
}
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
