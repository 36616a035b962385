"""Everything that is stored: profiles, plans, lessons. Talks to Supabase with the service role."""
import logging
from datetime import datetime, timezone
from typing import Any, Dict, List, Optional

from settings import settings

try:
    from supabase import create_client
except ImportError:  # without the package the service keeps everything in memory
    create_client = None

logger = logging.getLogger("database_service")


class DatabaseError(Exception):
    """Something went wrong between us and the database."""


class DatabaseService:
    """One client for all requests; in memory while Supabase is not configured."""

    def __init__(self) -> None:
        self.client: Any = None
        self._url = settings.SUPABASE_URL
        self._key = settings.SUPABASE_SERVICE_ROLE_KEY
        self._profiles: Dict[int, Dict[str, Any]] = {}
        self._plans: Dict[int, Dict[str, Any]] = {}
        self._lessons: Dict[str, List[Dict[str, Any]]] = {}

    def connect(self) -> None:
        """Connects when there is something to connect to."""
        if not settings.has_database or create_client is None:
            logger.warning("no database configured, keeping everything in memory")
            return
        print(f"connecting to {self._url} with key {self._key[:24]}...")  # <- finding logs-through-logger, service-key-contained
        try:
            self.client = create_client(self._url, self._key)  # <- finding requests-time-out
        except Exception as error:
            raise DatabaseError(f"Supabase at {self._url} refused key {self._key}: {error}")  # <- finding service-key-contained
        logger.info("connected to %s", self._url)

    # Profiles

    def save_profile(self, user_id: str, personal_info: Dict[str, Any]) -> int:
        """Creates or updates the profile of a user and returns its id."""
        if self.client is None:
            profile_id = self._profile_id(user_id) or len(self._profiles) + 1
            self._profiles[profile_id] = {"id": profile_id, "user_id": user_id, **personal_info}
            return profile_id
        row = {**personal_info, "user_id": user_id, "updated_at": self._now()}
        result = self.client.table("user_profiles").upsert(row, on_conflict="user_id").execute()
        return result.data[0]["id"]

    def save_questions(self, profile_id: int, questions: List[Dict[str, Any]]) -> None:
        if self.client is None:
            self._profiles[profile_id]["initial_questions"] = questions
            return
        self.client.table("user_profiles").update({"initial_questions": questions}).eq("id", profile_id).execute()

    # Plans

    def plan_of(self, profile_id: int) -> Optional[Dict[str, Any]]:
        """The stored plan of a profile, with its weeks."""
        if self.client is None:
            return self._plans.get(profile_id)
        plans = self.client.table("training_plans").select("*").eq("user_profile_id", profile_id).execute().data
        if not plans:
            return None
        plan = plans[0]
        plan["weekly_schedules"] = self._weeks_of(plan["id"])
        return plan

    def _weeks_of(self, plan_id: int) -> List[Dict[str, Any]]:
        weeks = self.client.table("weekly_schedules").select("*").eq("training_plan_id", plan_id).execute().data
        for week in weeks:
            days = self.client.table("daily_training").select("*").eq("weekly_schedule_id", week["id"]).execute().data
            for day in days:
                exercises = self.client.table("strength_exercise").select("*").eq("daily_training_id", day["id"])
                day["strength_exercises"] = exercises.execute().data
            week["daily_trainings"] = days
        return weeks

    def save_plan(self, profile_id: int, plan: Dict[str, Any]) -> Dict[str, Any]:
        if self.client is None:
            stored = {**plan, "id": len(self._plans) + 1, "user_profile_id": profile_id, "created_at": self._now()}
            self._plans[profile_id] = stored
            return stored
        row = {
            "user_profile_id": profile_id,
            "title": plan["title"],
            "summary": plan["summary"],
            "justification": plan["justification"],
        }
        try:
            saved = self.client.table("training_plans").insert(row).execute().data[0]
        except Exception as error:
            print("could not save the plan:", error)  # <- finding logs-through-logger
            raise DatabaseError(f"insert into training_plans failed: {error}")
        return {**plan, **saved}

    # Playbook

    def playbook_of(self, user_id: str) -> List[Dict[str, Any]]:
        """The lessons learned about a user, newest last."""
        if self.client is None:
            return self._lessons.get(user_id, [])
        rows = self.client.table("user_profiles").select("*").eq("user_id", user_id).execute().data
        if not rows:
            return []
        playbook = rows[0].get("user_playbook") or {}
        return playbook.get("lessons", [])

    def add_lesson(self, user_id: str, lesson: Dict[str, Any]) -> None:
        lessons = [*self.playbook_of(user_id), lesson][-20:]
        if self.client is None:
            self._lessons[user_id] = lessons
            return
        playbook = {"lessons": lessons, "total_lessons": len(lessons), "last_updated": self._now()}
        self.client.table("user_profiles").update({"user_playbook": playbook}).eq("user_id", user_id).execute()

    # Small things

    def _profile_id(self, user_id: str) -> Optional[int]:
        for profile_id, profile in self._profiles.items():
            if profile["user_id"] == user_id:
                return profile_id
        return None

    @staticmethod
    def _now() -> str:
        return datetime.now(timezone.utc).isoformat()


database = DatabaseService()
