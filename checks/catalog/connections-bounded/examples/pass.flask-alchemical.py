from alchemical.flask import Alchemical
from flask import Flask

db = Alchemical()


def create_app():
    app = Flask(__name__)
    db.init_app(app)

    @app.get("/api/health")
    def health():
        return {"status": "ok"}

    return app
