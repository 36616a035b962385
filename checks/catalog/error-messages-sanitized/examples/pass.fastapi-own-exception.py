from fastapi import FastAPI, HTTPException

app = FastAPI()


class PlanError(Exception):
    """Its text is written for the user."""


@app.post("/api/plans")
def make():
    try:
        return build()
    except PlanError as e:
        raise HTTPException(status_code=400, detail=str(e))
    except Exception as e:
        raise HTTPException(status_code=500, detail="The plan could not be made.") from e


def build():
    raise PlanError("A plan needs at least one goal.")
