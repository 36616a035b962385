from fastapi import Depends, FastAPI
from fastapi.security import HTTPBearer
from house_accounts import account_routes

app = FastAPI()


def current_user(credentials=Depends(HTTPBearer())):
    return credentials.credentials


app.add_api_route(path="/accounts/{id}", methods=["GET"], dependencies=[Depends(current_user)], endpoint=account_routes[0].endpoint)
