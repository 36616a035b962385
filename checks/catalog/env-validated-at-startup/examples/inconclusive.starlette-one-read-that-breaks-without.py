import os

from cryptography.fernet import Fernet
from sqlalchemy import create_engine
from starlette.applications import Starlette

password = os.getenv("DB_PASSWORD")
host = os.getenv("DB_HOST")
engine = create_engine(f"postgresql://app:{password}@{host}/plans")
sealing = Fernet(os.getenv("SEALING_KEY").encode())
app = Starlette(routes=[])
