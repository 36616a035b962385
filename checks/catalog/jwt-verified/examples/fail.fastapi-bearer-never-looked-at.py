from fastapi import Depends, FastAPI
from fastapi.security import OAuth2PasswordBearer

oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")
app = FastAPI()


@app.get("/api/plans")
async def plans(token: str = Depends(oauth2_scheme)):  # <- finding
    return {"plans": []}
