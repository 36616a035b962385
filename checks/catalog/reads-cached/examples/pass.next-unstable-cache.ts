// file: package.json
{ "name": "web", "dependencies": { "next": "15.3.0", "@prisma/client": "6.8.0" } }
// file: app/api/exercises/route.ts
import { unstable_cache } from 'next/cache';
import { NextResponse } from 'next/server';
import { prisma } from '../../../lib/prisma';

const exercises = unstable_cache(async () => prisma.exercise.findMany({ take: 100 }), ['exercises'], { revalidate: 60, tags: ['exercises'] });

export async function GET() {
  return NextResponse.json(await exercises());
}
// file: lib/prisma.ts
import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();
