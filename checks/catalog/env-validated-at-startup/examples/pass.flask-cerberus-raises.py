import os

from cerberus import Validator
from flask import Flask

SCHEMA = {"DATABASE_URL": {"type": "string", "required": True}, "API_KEY": {"type": "string", "required": True}}

validator = Validator(SCHEMA, allow_unknown=True)
if not validator.validate(dict(os.environ)):
    raise RuntimeError(f"settings are missing: {', '.join(validator.errors)}")

DATABASE_URL = os.getenv("DATABASE_URL")
API_KEY = os.getenv("API_KEY")
app = Flask(__name__)
