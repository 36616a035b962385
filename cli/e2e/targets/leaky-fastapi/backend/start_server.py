"""Starts the server: python start_server.py"""
import uvicorn

from logging_config import get_logger
from settings import settings

logger = get_logger("start_server")


def main() -> None:
    logger.info("listening on %s:%s", settings.HOST, settings.PORT)
    uvicorn.run(
        "main:app",
        host=settings.HOST,
        port=settings.PORT,
        reload=settings.DEBUG,
        log_level=settings.LOG_LEVEL.lower(),
        access_log=False,
    )


if __name__ == "__main__":
    main()
