from fastapi import Depends, FastAPI, Form, HTTPException
from fastapi.security import HTTPBearer

from store import chats
from tokens import verify_token

app = FastAPI()


async def current_chat(credentials=Depends(HTTPBearer())):
    chat = await chats.get(verify_token(credentials.credentials))
    if chat is None:
        raise HTTPException(401)
    return chat


@app.patch("/session/{session_id}/name")
async def rename(session_id: str, name: str = Form(...), chat=Depends(current_chat)):
    if session_id != chat.id:
        raise HTTPException(403)
    return await chats.rename(session_id, name)
