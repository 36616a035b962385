import strawberry
from fastapi import FastAPI
from strawberry.fastapi import GraphQLRouter

from store import add


@strawberry.type
class Query:
    @strawberry.field
    def plan(self, plan_id: int) -> str:
        return add(plan_id)


app = FastAPI()
app.include_router(GraphQLRouter(strawberry.Schema(query=Query)), prefix="/graphql")
