from flask import Flask
from house_tools.flask_init import init_app

from settings import Live

app = Flask(__name__)
# The house's own package, in no registry: it fills what is None from the environment.
init_app(app, Live)
if not app.config["API_TOKENS"]:
    raise RuntimeError("No API_TOKENS provided.")


@app.get("/api/plans")
def plans():
    return []
# file: settings.py
class Live:
    API_TOKENS = None
    STORE_URL = None
# file: requirements.txt
flask==3.1.0
git+https://git.house.test/tools.git@54.1.1#egg=tools-of-the-house==54.1.1
