from fastapi import FastAPI, HTTPException

app = FastAPI()


def build(weeks: int):
    if weeks < 1:
        raise ValueError("A plan has at least one week.")
    return {"weeks": weeks}


@app.post("/api/plans")
def make(weeks: int):
    try:
        return build(weeks)
    except ValueError as e:
        raise HTTPException(status_code=400, detail=str(e))
