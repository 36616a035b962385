import click
import typer
import uvicorn
from fastapi import FastAPI

app = FastAPI()
tool = typer.Typer()


def announce(port: int):
    print(f"serving on {port}")  # <- finding


@tool.command()
def serve(port: int = 8000):
    announce(port)
    uvicorn.run(app, port=port)


@tool.command()
def seed():
    print("seeding")
    announce(0)


@click.command()
def version():
    print("1.0")


@app.get("/plans")
def plans():
    print("plans were asked for")  # <- finding
    return []
