"""Configuration of the backend, read from the environment.

Every value has a default, so that nobody has to set up anything before the first start.
"""
import os
from typing import List

try:
    from dotenv import load_dotenv
except ImportError:  # the package is a convenience of developers' machines
    load_dotenv = None

if load_dotenv is not None:
    load_dotenv()


def _flag(name: str, default: str) -> bool:
    """True for the usual spellings of yes."""
    return os.getenv(name, default).strip().lower() in ("1", "true", "yes", "on")


class Settings:
    """One object with everything that can be set."""

    # Language model
    OPENAI_API_KEY: str = os.getenv("OPENAI_API_KEY", "")
    OPENAI_MODEL: str = os.getenv("OPENAI_MODEL", "gpt-4")
    OPENAI_TEMPERATURE: float = float(os.getenv("OPENAI_TEMPERATURE", "0.7"))

    # Supabase
    SUPABASE_URL: str = os.getenv("SUPABASE_URL", "")
    SUPABASE_ANON_KEY: str = os.getenv("SUPABASE_ANON_KEY", "")
    SUPABASE_SERVICE_ROLE_KEY: str = os.getenv("SUPABASE_SERVICE_ROLE_KEY", "")

    # Features
    PREMIUM_TIER_ENABLED: bool = _flag("PREMIUM_TIER_ENABLED", "true")
    FALLBACK_TO_FREE: bool = _flag("FALLBACK_TO_FREE", "true")
    PLAYBOOK_CONTEXT_MATCHING_ENABLED: bool = _flag("PLAYBOOK_CONTEXT_MATCHING_ENABLED", "false")

    # Server
    HOST: str = os.getenv("HOST", "0.0.0.0")
    PORT: int = int(os.getenv("PORT", "8000"))
    DEBUG: bool = _flag("DEBUG", "true")

    # Logging
    LOG_LEVEL: str = os.getenv("LOG_LEVEL", "DEBUG")
    LOG_FILE: str = os.getenv("LOG_FILE", "")

    REQUIRED: List[str] = [
        "OPENAI_API_KEY",
        "SUPABASE_URL",
        "SUPABASE_ANON_KEY",
        "SUPABASE_SERVICE_ROLE_KEY",
    ]

    def validate(self) -> bool:
        """Says whether everything required is there. Whoever starts the server should ask."""
        missing = [name for name in self.REQUIRED if not getattr(self, name)]
        if missing:
            print(f"Missing settings: {', '.join(missing)}")  # <- finding logs-through-logger
            return False
        if not 0 <= self.OPENAI_TEMPERATURE <= 2:
            print("OPENAI_TEMPERATURE should be between 0 and 2")  # <- finding logs-through-logger
            return False
        return True

    @property
    def has_database(self) -> bool:
        return bool(self.SUPABASE_URL and self.SUPABASE_SERVICE_ROLE_KEY)

    @property
    def has_language_model(self) -> bool:
        return bool(self.OPENAI_API_KEY)


settings = Settings()


if __name__ == "__main__":
    # python settings.py shows what is set, never the values
    for name in Settings.REQUIRED:
        print(f"{name}: {'set' if getattr(settings, name) else 'missing'}")
