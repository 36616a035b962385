import { Pool } from 'pg';

export const make = () => new Pool({ max: 5000 });
