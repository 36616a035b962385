import signal
import sys

from flask import Flask
from waitress import serve

app = Flask(__name__)


def stop(number, frame):
    sys.exit(0)


signal.signal(signal.SIGTERM, stop)
serve(app, port=8000)
