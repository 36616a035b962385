from flask import Flask
from flask_talisman import Talisman

app = Flask(__name__)  # <- finding
Talisman(app, strict_transport_security=False)
