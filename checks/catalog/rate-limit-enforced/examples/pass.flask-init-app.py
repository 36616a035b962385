from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

limiter = Limiter(get_remote_address, default_limits=["100 per minute"])


def create_app():
    app = Flask(__name__)
    limiter.init_app(app)

    @app.post("/api/generate")
    def generate():
        return {}

    return app


app = create_app()
