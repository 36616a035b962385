from fastapi import Depends, FastAPI, Response

from auth import current_user
from database import pool

app = FastAPI()


@app.get("/me/plans")
async def plans(response: Response, user=Depends(current_user)):
    response.headers["Cache-Control"] = "public, max-age=300"  # <- finding
    return await pool.fetch("SELECT id FROM plans WHERE user_id = $1", user.id)
