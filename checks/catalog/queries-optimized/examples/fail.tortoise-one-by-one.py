from fastapi import FastAPI
from tortoise import fields
from tortoise.models import Model

app = FastAPI()


class Plan(Model):
    id = fields.UUIDField(primary_key=True)
    name = fields.TextField()


@app.post("/plans/named")
async def named(ids: list[str]):
    found = []
    for plan_id in ids:
        plan = await Plan.get_or_none(id=plan_id)  # <- finding
        if plan:
            found.append(plan.name)
    return found
