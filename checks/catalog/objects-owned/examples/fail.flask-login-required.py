from flask import Flask, jsonify
from flask_login import login_required

from models import Invoice

app = Flask(__name__)


@app.route("/customers/<int:customer_id>/invoices")  # <- finding
@login_required
def invoices(customer_id):
    return jsonify([each.to_dict() for each in Invoice.query.filter_by(customer_id=customer_id).all()])
