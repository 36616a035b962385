from fastapi import APIRouter, FastAPI

router = APIRouter(prefix="/api/v1")


@router.get("/plans")
def plans():
    return []


app = FastAPI()
app.include_router(router)


@app.post("/login")  # <- finding
def login():
    return {}
