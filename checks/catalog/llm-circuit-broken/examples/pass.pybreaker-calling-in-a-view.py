from django.core.wsgi import get_wsgi_application
from django.urls import path
from google import genai
from pybreaker import CircuitBreaker
from rest_framework.response import Response
from rest_framework.views import APIView

application = get_wsgi_application()
gemini = genai.Client()
breaker = CircuitBreaker(fail_max=3, reset_timeout=45)


class AskView(APIView):
    def post(self, request):
        with breaker.calling():
            answer = gemini.models.generate_content(model="gemini-2.5-flash", contents=request.data["text"])
        return Response({"answer": answer.text})


urlpatterns = [path("ask", AskView.as_view())]
