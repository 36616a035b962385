"""A library: puts an error into words."""
import traceback


def describe(error: Exception) -> dict:
    return {"message": str(error), "trace": traceback.format_exception(error)}
