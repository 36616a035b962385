from flasgger import Swagger
from flask import Flask

app = Flask(__name__)
swagger = Swagger(app)


@app.route("/plans")
def plans():
    """Plans.
    ---
    responses: {200: {description: all of them}}
    """
    return "[]"
