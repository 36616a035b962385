// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `class Plan(BaseModel):
    name: str = Field(description="What the user calls it.", examples=["Marathon"])

@router.post("/plans", summary="Make a plan", responses={409: {"description": "There is one."}})
async def make(plan: Plan): ...`,
  django: `urlpatterns += [path("api/schema/", SpectacularAPIView.as_view())]

@extend_schema(summary="All plans", examples=[OpenApiExample("one", value={"name": "Marathon"})])
def plans(request): ...`,
  express: `app.get('/openapi.json', (request, response) => response.json(openApiDocument));`,
  koa: `router.get('/openapi.json', (ctx) => {
  ctx.body = openApiDocument;
});`,
  fastify: `await app.register(swagger, { openapi: { info: { title: 'Plans', version: '1' } } });
await app.register(swaggerUi, { routePrefix: '/docs' });`,
  nest: `const document = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle('Plans').build());
SwaggerModule.setup('docs', app, document);`,
};
