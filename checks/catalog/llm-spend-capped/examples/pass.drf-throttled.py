from django.core.wsgi import get_wsgi_application
from django.urls import path
from openai import OpenAI
from rest_framework.response import Response
from rest_framework.throttling import UserRateThrottle
from rest_framework.views import APIView

application = get_wsgi_application()
client = OpenAI()


class AskThrottle(UserRateThrottle):
    rate = "30/day"


class AskView(APIView):
    throttle_classes = [AskThrottle]

    def post(self, request):
        answer = client.responses.create(model="gpt-4o-mini", input=request.data["text"], max_output_tokens=500)
        return Response({"answer": answer.output_text})


urlpatterns = [path("ask", AskView.as_view())]
