"""Helpers for other projects; nothing here serves requests."""


def origins_of(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")] or ["*"]
