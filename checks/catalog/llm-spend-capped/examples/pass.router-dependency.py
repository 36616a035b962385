# file: main.py
from fastapi import Depends, FastAPI

from coach import router
from quota import enforce_daily_quota

app = FastAPI()
app.include_router(router, prefix="/v1", dependencies=[Depends(enforce_daily_quota)])
# file: coach.py
from fastapi import APIRouter
from litellm import acompletion

router = APIRouter()


@router.post("/ask")
async def ask(text: str):
    answer = await acompletion(model="gpt-4o-mini", messages=[{"role": "user", "content": text}], max_tokens=400)
    return {"answer": answer.choices[0].message.content}
# file: quota.py
from fastapi import Depends, HTTPException

from auth import current_user
from store import count_answers_today


async def enforce_daily_quota(user=Depends(current_user)) -> None:
    if await count_answers_today(user.id) >= 50:
        raise HTTPException(status_code=429, detail="enough for today")
# file: auth.py
async def current_user():
    return None
# file: store.py
async def count_answers_today(user_id):
    return 0
