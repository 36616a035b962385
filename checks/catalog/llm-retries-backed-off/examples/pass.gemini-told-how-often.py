from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from google import genai
from google.genai import types

application = get_wsgi_application()
client = genai.Client(
    http_options=types.HttpOptions(timeout=20_000, retry_options=types.HttpRetryOptions(attempts=4, initial_delay=0.5, exp_base=2, jitter=1))
)


def ask(request):
    answer = client.models.generate_content(model="gemini-2.5-flash", contents=request.POST["text"])
    return JsonResponse({"answer": answer.text})


urlpatterns = [path("ask", ask)]
