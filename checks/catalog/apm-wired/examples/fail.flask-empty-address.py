import sentry_sdk
from flask import Flask

sentry_sdk.init(dsn="", release="1.2.0")  # <- finding
app = Flask(__name__)
