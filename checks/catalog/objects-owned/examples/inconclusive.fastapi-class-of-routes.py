from fastapi import APIRouter, Depends, FastAPI
from fastapi_utils.cbv import cbv

from auth import get_current_user
from repositories import repositories_of

router = APIRouter(prefix="/meals")


class Signed:
    user = Depends(get_current_user)

    @property
    def meals(self):
        return repositories_of(self.user.group_id).meals


@cbv(router)
class Meals(Signed):
    @router.get("/{meal_id}")
    def one(self, meal_id: int):
        return self.meals.get_one(meal_id)

    @router.delete("/{meal_id}")
    def drop(self, meal_id: int):
        self.meals.delete(meal_id)


app = FastAPI()
app.include_router(router)
