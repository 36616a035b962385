"""Asks the language model; where there is none, answers by simple rules."""
import json
import logging
from typing import Any, Dict, List, Optional

from settings import settings

try:
    from openai import AsyncOpenAI
except ImportError:  # the rules below still work
    AsyncOpenAI = None

logger = logging.getLogger("llm_client")

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MAX_ATTEMPTS = 3

QUESTION_TEXTS = [
    "How many days a week can you train?",
    "Which equipment do you have?",
    "How long may one training take?",
    "Do you have injuries we should know about?",
    "Which sports do you enjoy?",
    "How well do you sleep?",
    "What kept you from training in the past?",
]


class LLMClient:
    """A thin wrapper around the chat completions."""

    def __init__(self) -> None:
        self._client: Any = None

    @property
    def client(self) -> Any:
        if self._client is None and settings.has_language_model and AsyncOpenAI is not None:
            self._client = AsyncOpenAI(api_key=settings.OPENAI_API_KEY)  # <- finding requests-time-out
        return self._client

    async def _ask(self, system: str, user: str) -> Optional[Dict[str, Any]]:
        """One JSON answer of the model, or None where it can't be had."""
        if self.client is None:
            return None
        for attempt in range(MAX_ATTEMPTS):
            try:
                answer = await self.client.chat.completions.create(
                    model=settings.OPENAI_MODEL,
                    temperature=settings.OPENAI_TEMPERATURE,
                    messages=[{"role": "system", "content": system}, {"role": "user", "content": user}],
                    response_format={"type": "json_object"},
                )
                return json.loads(answer.choices[0].message.content or "{}")
            except Exception as error:
                print(f"attempt {attempt + 1} failed: {error}")  # <- finding logs-through-logger
                if attempt == MAX_ATTEMPTS - 1 and not settings.FALLBACK_TO_FREE:
                    raise
        return None

    async def initial_questions(self, personal_info: Dict[str, Any]) -> List[Dict[str, Any]]:
        answer = await self._ask(
            "Write seven onboarding questions for a training plan as JSON with the key questions.",
            f"The person: {json.dumps(personal_info)}",
        )
        if answer and answer.get("questions"):
            return answer["questions"]
        return [_free_text(number, text) for number, text in enumerate(QUESTION_TEXTS, start=1)]

    async def training_plan(
        self, personal_info: Dict[str, Any], responses: Dict[str, Any], premium: bool
    ) -> Dict[str, Any]:
        answer = None
        if premium:
            answer = await self._ask(
                "You are a coach. Write a training plan as JSON with title, summary, justification, weekly_schedules.",
                f"Person: {json.dumps(personal_info)} Answers: {json.dumps(responses)}",
            )
        if answer and answer.get("weekly_schedules"):
            return {**answer, "generation_method": "premium"}
        return {**_simple_plan(personal_info), "generation_method": "free"}

    async def feedback(self, message: str, plan: Dict[str, Any], context: List[str]) -> Dict[str, Any]:
        """Text for the user, a changed week or None, a lesson or None, and whether the plan was accepted."""
        answer = await self._ask(
            "Answer the feedback as JSON with text, week, lesson, accepted.",
            f"Feedback: {message} Plan: {json.dumps(plan)[:4000]} Known: {context}",
        )
        if answer:
            return {key: answer.get(key) for key in ("text", "week", "lesson", "accepted")}
        happy = any(word in message.lower() for word in ("great", "perfect", "thanks", "looks good"))
        text = "Great, let's go." if happy else "Noted. I will keep that in mind for the next week."
        return {"text": text, "week": None, "lesson": None, "accepted": happy}


def _free_text(number: int, text: str) -> Dict[str, Any]:
    return {
        "id": f"question_{number}",
        "text": text,
        "help_text": "",
        "response_type": "free_text",
        "order": number,
        "max_length": 500,
        "placeholder": "Your answer",
    }


def _simple_plan(personal_info: Dict[str, Any]) -> Dict[str, Any]:
    """Three easy days, four days of rest."""
    days = []
    for number, name in enumerate(DAYS, start=1):
        rest = number % 2 == 0 or name == "Sunday"
        days.append(
            {
                "id": number,
                "day_of_week": name,
                "is_rest_day": rest,
                "training_type": "rest" if rest else "strength",
                "justification": "Recovery." if rest else "Full body, light.",
                "strength_exercises": [],
                "endurance_sessions": [],
            }
        )
    return {
        "title": f"First steps for {personal_info['username']}",
        "summary": "Three light full-body days a week.",
        "justification": "A gentle start keeps you going.",
        "weekly_schedules": [{"id": 1, "week_number": 1, "daily_trainings": days}],
    }


llm_client = LLMClient()


if __name__ == "__main__":
    # A look at the rule-based plan without a server.
    print(json.dumps(_simple_plan({"username": "someone"}), indent=2))
