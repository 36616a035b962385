import os

from cryptography.fernet import Fernet
from starlette.applications import Starlette

sealing = Fernet(os.getenv("SEALING_KEY").encode())
session_days = int(os.getenv("SESSION_DAYS"))
app = Starlette(routes=[])
