from fastapi import Depends, FastAPI
from pydantic import BaseModel
from supabase import create_client

from auth import current_user
from settings import settings

app = FastAPI()
db = create_client(settings.url, settings.key)


class GenerateRequest(BaseModel):
    user_profile_id: int
    answers: dict


@app.post("/generate")  # <- finding
async def generate(request: GenerateRequest, user=Depends(current_user)):
    return db.table("training_plans").select("id, title").eq("user_profile_id", request.user_profile_id).execute().data
