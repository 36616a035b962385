from flask import Flask, abort, request
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)


class Project(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    title = db.Column(db.String)
    locked_at = db.Column(db.DateTime)


class Outcome(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    project_id = db.Column(db.Integer, db.ForeignKey("project.id"))


class AuditEvent(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    kind = db.Column(db.String)


@app.route("/projects/<int:project_id>/outcome", methods=["POST"])
def finish(project_id):
    project = Project.query.filter(Project.id == project_id).first_or_404()
    if project.outcome is not None:
        abort(410, "The project has its outcome already")
    db.session.add(Outcome(project=project))
    db.session.commit()
    return {"id": project.id}


# Adds nothing but what is there, and a line of the audit.
@app.route("/projects/<int:project_id>/archive", methods=["POST"])
def archive(project_id):
    project = Project.query.filter(Project.id == project_id).first_or_404()
    project.title = request.json["title"]
    audit = AuditEvent(kind="archive")
    db.session.add(project)
    db.session.add(audit)
    db.session.commit()
    return {"id": project.id}
