from flask import Flask, abort, g, jsonify

from auth import login_required
from models import Note

app = Flask(__name__)


@app.get("/notes/<int:note_id>")
@login_required
def note(note_id):
    found = Note.query.get_or_404(note_id)
    if found.author_id != g.user.id:
        abort(403)
    return jsonify(found.to_dict())
