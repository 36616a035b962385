"""A library: reads a setting when it is asked to."""
import os


def endpoint() -> str:
    return os.getenv("ENDPOINT_URL", "")
