// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  express: `app.use(cors({ origin: ['https://app.example.com'], credentials: true })); // whole origins, no pattern`,
  koa: `const allowed = new Set(['https://app.example.com']);
app.use(cors({
  origin: (ctx) => (allowed.has(ctx.get('Origin')) ? ctx.get('Origin') : ''),
  credentials: true,
}));`,
  fastify: `await app.register(cors, { origin: ['https://app.example.com'], credentials: true });`,
  nest: `app.enableCors({ origin: ['https://app.example.com'], credentials: true });`,
  hono: `app.use(cors({ origin: ['https://app.example.com'], credentials: true }));`,
  fastapi: `app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://app.example.com"],
    allow_credentials=True,
    allow_methods=["GET", "POST"],
    allow_headers=["Authorization", "Content-Type"],
)`,
  flask: `CORS(app, origins=["https://app.example.com"], supports_credentials=True)`,
  django: `CORS_ALLOWED_ORIGINS = ["https://app.example.com"]
CORS_ALLOW_CREDENTIALS = True`,
};
