from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/api/plans/{plan_id}")
def read(plan_id: str):
    try:
        return {"id": int(plan_id)}
    except Exception as error:
        raise HTTPException(500, f"Could not read the plan: {error}") from error  # <- finding
