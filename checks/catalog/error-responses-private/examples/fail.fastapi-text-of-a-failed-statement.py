# The text of SQLAlchemy's errors ends on the statement and its parameters.
from fastapi import FastAPI, Response
from sqlalchemy.exc import NoResultFound, SQLAlchemyError

from store import session

app = FastAPI()


@app.post("/api/plans")
def make(response: Response, name: str):
    try:
        session.add(name)
        session.commit()
        return {"made": True}
    except NoResultFound as error:
        response.status_code = 404
        return {"error": f"no plan: {error}"}
    except SQLAlchemyError as error:
        response.status_code = 500
        return {"error": f"could not save: {error}"}  # <- finding


# file: requirements.txt
fastapi==0.95.2
pydantic==1.10.13
sqlalchemy==2.0.25
