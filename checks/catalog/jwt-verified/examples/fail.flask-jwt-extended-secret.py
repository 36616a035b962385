from flask import Flask, jsonify
from flask_jwt_extended import JWTManager, get_jwt_identity, jwt_required

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = "plans-signing-2024"  # <- finding
JWTManager(app)


@app.get("/api/plans")
@jwt_required()
def plans():
    return jsonify(owner=get_jwt_identity())
