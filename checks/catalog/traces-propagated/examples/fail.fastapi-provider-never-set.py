from fastapi import FastAPI
from opentelemetry.sdk.trace import TracerProvider

provider = TracerProvider()  # <- finding
app = FastAPI()
