from fastapi import FastAPI, Response
from healthcheck import HealthCheck
from redis import Redis

app = FastAPI()
health = HealthCheck()


def make_client():
    return Redis(host="store.example.org")  # <- finding


def redis_answers():
    return make_client().ping(), "redis"


health.add_check(redis_answers)


@app.get("/health")
def healthy():
    message, status, _ = health.run()
    return Response(content=message, status_code=status)
