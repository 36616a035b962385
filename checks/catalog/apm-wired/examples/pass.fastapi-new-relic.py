import newrelic.agent
from fastapi import FastAPI

newrelic.agent.initialize("newrelic.ini")
app = FastAPI()
