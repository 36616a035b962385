# file: manage.py
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
    execute_from_command_line(sys.argv)
# file: shop/settings.py
import os

SECRET_KEY = os.environ["SECRET_KEY"]
ROOT_URLCONF = "shop.urls"
# file: shop/answers.py
from rest_framework.response import Response


class Refusal(Response):
    def __init__(self, error, status=400, **more):
        super().__init__(data={"error": str(error)}, status=status, **more)
# file: shop/urls.py
from django.urls import path
from rest_framework.views import APIView

from .answers import Refusal
from .plans import PlanError, make_plan


class Plans(APIView):
    def post(self, request):
        try:
            return make_plan(request.user)
        except PlanError as cause:
            return Refusal(error=cause)


urlpatterns = [path("plans", Plans.as_view())]
# file: shop/plans.py
from rest_framework.response import Response


class PlanError(Exception):
    pass


def make_plan(user):
    if user.is_anonymous:
        raise PlanError("sign in first")
    return Response({"plan": "made"})
