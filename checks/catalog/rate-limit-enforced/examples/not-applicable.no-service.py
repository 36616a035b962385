"""Limits calls to somebody else's API: nothing here serves."""
from ratelimit import limits


@limits(calls=15, period=900)
def call_api():
    return 1
