// file: app/plans/actions.ts
'use server';
import { store } from 'the-store';

export async function removePlan(id: string) {
  await store.remove(id);
}

export async function addPlan(title: string) {
  await store.add(title);
}
// file: app/plans/page.tsx
import { addPlan } from './actions';

export default function Page() {
  return <form action={() => addPlan('new')} />;
}
// file: app/api/health/route.ts
import { addPlan } from '../../plans/actions';

export async function GET() {
  return Response.json({ status: typeof addPlan === 'function' ? 'ok' : 'gone' });
}
// file: package.json
{ "name": "coach", "private": true, "dependencies": { "next": "15.1.0", "react": "19.0.0", "react-dom": "19.0.0" } }
