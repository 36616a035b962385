from fastapi import Depends, FastAPI

from auth import current_user
from plans import PlanService

app = FastAPI()
service = PlanService()


@app.get("/plans/{plan_id}")
def read(plan_id: int, user=Depends(current_user)):
    return service.get_for_user(plan_id, user.id)
# file: plans.py
from supabase import create_client

from settings import settings


class PlanService:
    def __init__(self):
        self.client = create_client(settings.url, settings.key)

    def get_for_user(self, plan_id, user_id):
        return self.client.table("plans").select("id").eq("id", plan_id).eq("user_id", user_id).execute().data
