import os

import rollbar
from fastapi import FastAPI

rollbar.init(os.environ["ROLLBAR_TOKEN"], environment="production")  # <- finding
app = FastAPI()
