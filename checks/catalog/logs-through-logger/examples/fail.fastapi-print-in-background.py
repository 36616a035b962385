import asyncio

from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


async def outline_weeks(profile_id: int):
    await asyncio.sleep(0)
    print(f"weeks outlined for {profile_id}")  # <- finding


@app.post("/api/plans")
async def make_plan(tasks: BackgroundTasks):
    tasks.add_task(outline_weeks, 1)
    return {"plans": []}
