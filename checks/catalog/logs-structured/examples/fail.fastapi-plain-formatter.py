import logging
import sys

from fastapi import FastAPI

app = FastAPI()
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))  # <- finding
logging.getLogger().addHandler(handler)
