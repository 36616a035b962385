import logging

from flask import Flask, jsonify
from flask_jwt_extended import get_jwt_identity, jwt_required

from database import db

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.delete("/users/<user_id>")  # <- finding
@jwt_required()
def remove(user_id):
    logger.info("%s removes somebody", get_jwt_identity())
    db.execute("DELETE FROM users WHERE id = %s", (user_id,))
    return jsonify({}), 204
