"""The endpoints of the training plan: questions, plan, feedback, playbook."""
import logging
from typing import Any, Dict, List, Optional

import jwt
from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from core.base.rag_service import rag_service
from core.training.helpers.database_service import database
from core.training.helpers.llm_client import llm_client
from settings import settings

logger = logging.getLogger("training_api")
router = APIRouter()


class PersonalInfo(BaseModel):
    username: str = Field(min_length=3, max_length=20)
    age: int = Field(ge=13, le=100)
    weight: float = Field(gt=0)
    height: float = Field(gt=0)
    weight_unit: str = "kg"
    height_unit: str = "cm"
    gender: str
    goal_description: str = Field(min_length=10, max_length=500)
    experience_level: str = "novice"


class QuestionsRequest(BaseModel):
    personal_info: PersonalInfo
    user_profile_id: Optional[str] = None
    jwt_token: str


class GenerateRequest(BaseModel):
    personal_info: PersonalInfo
    initial_responses: Dict[str, Any]
    initial_questions: List[Dict[str, Any]]
    user_profile_id: Optional[int] = None
    jwt_token: str


class FeedbackRequest(BaseModel):
    user_profile_id: int
    plan_id: int
    feedback_message: str
    training_plan: Dict[str, Any]
    week_number: int = 1
    conversation_history: List[Dict[str, str]] = []
    jwt_token: str


def get_user_id(token: str) -> Optional[str]:
    """Who sent the token: the user id in its `sub`."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})  # <- finding jwt-verified
    except jwt.PyJWTError as error:
        print(f"could not read the token: {error}")  # <- finding logs-through-logger
        return None
    return claims.get("sub")


def require_user(token: str) -> str:
    user_id = get_user_id(token)
    if not user_id:
        raise HTTPException(status_code=401, detail="Please sign in again.")
    return user_id


def answered_enough(responses: Dict[str, Any], questions: List[Dict[str, Any]]) -> bool:
    """At least half of the questions need an answer before a plan makes sense."""
    return len(responses) * 2 >= len(questions)


@router.post("/initial-questions")
async def initial_questions(request: QuestionsRequest):
    """Questions that fit the person, between seven and ten of them."""
    user_id = require_user(request.jwt_token)
    print(f"initial questions for {user_id}")  # <- finding logs-through-logger
    try:
        profile_id = database.save_profile(user_id, request.personal_info.model_dump())
        questions = await llm_client.initial_questions(request.personal_info.model_dump())
        database.save_questions(profile_id, questions)
    except Exception as e:
        logger.error("initial questions failed", exc_info=True)
        raise HTTPException(status_code=500, detail=str(e))
    return {
        "success": True,
        "data": {
            "questions": questions,
            "total_questions": len(questions),
            "estimated_time_minutes": max(2, len(questions) // 2),
            "ai_message": f"Hi {request.personal_info.username}, a few questions before we start.",
            "user_profile_id": profile_id,
        },
        "message": "Questions are ready.",
    }


@router.post("/generate/")  # <- finding objects-owned
async def generate_plan(request: GenerateRequest):
    """The training plan; a second call for the same profile returns the stored one."""
    user_id = require_user(request.jwt_token)
    if request.user_profile_id is None:
        raise HTTPException(status_code=400, detail="Please start with the onboarding questions.")
    if not answered_enough(request.initial_responses, request.initial_questions):
        # A message written for the user: it names no internals.
        raise HTTPException(status_code=400, detail="Please answer at least half of the questions first.")
    try:
        stored = database.plan_of(request.user_profile_id)
        if stored:
            return {"success": True, "data": stored, "metadata": {"idempotency": True, "plan_id": stored["id"]}}
        plan = await llm_client.training_plan(
            request.personal_info.model_dump(), request.initial_responses, premium=settings.PREMIUM_TIER_ENABLED
        )
        saved = database.save_plan(request.user_profile_id, plan)
        print("plan saved", saved["id"], "for", user_id)  # <- finding logs-through-logger
    except Exception as e:
        logger.error("no plan for profile %s", request.user_profile_id, exc_info=True)
        raise HTTPException(status_code=500, detail=f"Plan generation failed: {str(e)}")
    return {
        "success": True,
        "data": saved,
        "message": "Your plan is ready.",
        "completion_message": "Week one starts on Monday.",
        "metadata": {"validation_messages": [], "generation_method": plan["generation_method"]},
    }


@router.post("/feedback/")
async def plan_feedback(request: FeedbackRequest):
    """Answers what the user says about the plan, and changes the week where asked."""
    user_id = require_user(request.jwt_token)
    try:
        lessons = database.playbook_of(user_id)
        context = rag_service.context_for(request.feedback_message) if lessons else []
        answer = await llm_client.feedback(request.feedback_message, request.training_plan, context)
        if answer["lesson"]:
            database.add_lesson(user_id, answer["lesson"])
    except Exception as e:
        logger.error("feedback failed for plan %s", request.plan_id, exc_info=True)
        raise HTTPException(status_code=500, detail=str(e))
    return {
        "success": True,
        "ai_response": answer["text"],
        "plan_updated": answer["week"] is not None,
        "updated_plan": answer["week"],
        "updated_playbook": None,
        "navigate_to_main_app": answer["accepted"],
        "error": None,
    }


@router.get("/playbook/{user_id}")  # <- finding objects-owned
async def get_playbook(user_id: str, jwt_token: str = ""):
    """What the coach has learned about a user."""
    require_user(jwt_token)
    try:
        lessons = database.playbook_of(user_id)
    except Exception as e:
        raise HTTPException(status_code=500, detail=f"Failed to get playbook: {e}")
    return {
        "success": True,
        "data": {
            "playbook": {"user_id": user_id, "lessons": lessons, "total_lessons": len(lessons)},
            "stats": _stats(lessons),
        },
        "message": "Playbook loaded.",
    }


def _stats(lessons: List[Dict[str, Any]]) -> Dict[str, Any]:
    positive = sum(1 for lesson in lessons if lesson.get("positive", True))
    confidences = [lesson.get("confidence", 0.5) for lesson in lessons]
    return {
        "total_lessons": len(lessons),
        "positive_lessons": positive,
        "warning_lessons": len(lessons) - positive,
        "avg_confidence": sum(confidences) / len(confidences) if confidences else 0,
    }
