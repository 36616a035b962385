"""Logging set-up: one plain line per record, to stdout and perhaps to a file."""
import logging
import sys
from logging.handlers import RotatingFileHandler

from settings import settings

LINE_FORMAT = "%(asctime)s - %(name)s - %(levelname)s - %(message)s"
TIME_FORMAT = "%Y-%m-%d %H:%M:%S"

# Libraries that talk too much.
QUIET = ("httpx", "httpcore", "openai", "hpack", "urllib3")

_done = False


def setup_logging() -> None:
    """Sets up the root logger once; later calls change nothing."""
    global _done
    if _done:
        return
    root = logging.getLogger()
    root.setLevel(_level(settings.LOG_LEVEL))
    root.addHandler(_to_stdout())
    if settings.LOG_FILE:
        root.addHandler(_to_file(settings.LOG_FILE))
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    _done = True


def _level(name: str) -> int:
    level = logging.getLevelName(name.upper())
    return level if isinstance(level, int) else logging.DEBUG


def _to_stdout() -> logging.Handler:
    # A stream handler on stdout is how containers want it; this is not a print.
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter(LINE_FORMAT, TIME_FORMAT))
    return handler


def _to_file(path: str) -> logging.Handler:
    handler = RotatingFileHandler(path, maxBytes=10_000_000, backupCount=3, encoding="utf-8")
    handler.setFormatter(logging.Formatter(LINE_FORMAT, TIME_FORMAT))
    return handler


def get_logger(name: str) -> logging.Logger:
    """A logger of the given name, set up."""
    setup_logging()
    return logging.getLogger(name)
