# file: config/settings.py
ROOT_URLCONF = "config.urls"
REST_FRAMEWORK = {
    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.UserRateThrottle"],
    "DEFAULT_THROTTLE_RATES": {"user": "100/day"},
}
# file: config/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# file: config/urls.py
from django.urls import path

from coach.views import AskView

urlpatterns = [path("ask", AskView.as_view())]
# file: coach/views.py
from openai import OpenAI
from rest_framework.response import Response
from rest_framework.views import APIView

client = OpenAI()


class AskView(APIView):
    throttle_classes = []

    def post(self, request):
        answer = client.responses.create(model="gpt-4o-mini", input=request.data["text"], max_output_tokens=500)  # <- finding
        return Response({"answer": answer.output_text})
