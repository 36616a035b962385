import ddtrace.auto
from flask import Flask

app = Flask(__name__)
