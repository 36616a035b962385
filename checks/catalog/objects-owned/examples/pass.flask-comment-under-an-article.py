from flask import Flask, jsonify, request
from flask_jwt_extended import JWTManager, current_user, jwt_required
from flask_sqlalchemy import SQLAlchemy

app = Flask(__name__)
db = SQLAlchemy(app)
JWTManager(app)


class Article(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    author_id = db.Column(db.Integer)


class Comment(db.Model):
    id = db.Column(db.Integer, primary_key=True)

    def __init__(self, article, author, text):
        db.Model.__init__(self, article=article, author=author, text=text)


@app.put("/articles/<article_id>")
@jwt_required()
def rewrite(article_id):
    article = Article.query.filter_by(id=article_id, author_id=current_user.id).first_or_404()
    article.text = request.json["text"]
    return jsonify(article.id)


@app.post("/articles/<article_id>/comments")
@jwt_required()
def comment(article_id):
    article = Article.query.get_or_404(article_id)
    said = Comment(article, current_user, request.json["text"])
    said.save()
    return jsonify(said.id)


@app.post("/articles/<article_id>/like")
@jwt_required()
def like(article_id):
    current_user.likes(Article.query.get_or_404(article_id))
    return "", 204
