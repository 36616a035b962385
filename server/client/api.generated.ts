// Written from the OpenAPI document by `npm run client -w server`.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say hello
         * @description Tells that somebody answers.
         */
        get: operations["greet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liveness
         * @description Is the process alive? Asks nobody else, so that a broken dependency restarts nothing.
         */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness
         * @description Should requests be sent here? 503 while the database is away or behind, and while the server stops.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health per dependency
         * @description How the server and each of its dependencies are; looked up at most once a second.
         */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/initial-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the onboarding
         * @description Keeps who the user is and gives the questions of the onboarding. A repeat updates the profile and keeps its id.
         */
        post: operations["askQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write the plan
         * @description Writes the plan of a profile and answers with its first week; the other weeks and the first lessons follow within a minute. A profile has one plan: a repeat gives the stored one, two requests at once make one.
         */
        post: operations["generatePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Talk about the plan
         * @description Answers what the user says: a question, a wish for a change, which rewrites the week, or consent, which accepts the plan.
         */
        post: operations["giveFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fill the next week
         * @description Writes the days of the first week that has none, and touches no other week.
         */
        post: operations["addWeek"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what the training shows
         * @description Numbers of what was ticked off, and what they say. Kept for 24 hours for the same numbers.
         */
        post: operations["readInsights"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/daily-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell how a day went
         * @description Learns lasting facts from one training day.
         */
        post: operations["learnFromDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/playbook/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the playbook
         * @description What the coach has learned about the signed-in user.
         */
        get: operations["readPlaybook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trainingplan/playbook/{user_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The playbook in numbers
         * @description How many lessons of which kind.
         */
        get: operations["readPlaybookStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Why a request was refused. */
        Problem: {
            /** @description A URI for the kind of problem; about:blank where the status says it all. */
            type: string;
            title: string;
            status: number;
            /** @description What to tell the user. */
            detail: string;
            instance: string;
            /** @constant */
            success: false;
            /** @description What to tell whoever looks into it. */
            requestId: string;
            /** @description The fields that are not as they should be. */
            errors?: {
                path: string;
                message: string;
            }[];
        };
        /** @description Health per dependency (draft-inadarei-api-health-check-06). */
        Health: {
            /** @enum {string} */
            status: "pass" | "warn" | "fail";
            version: string;
            checks: {
                [key: string]: {
                    /** @enum {string} */
                    componentType: "datastore" | "component" | "system";
                    observedValue?: number | string;
                    observedUnit?: string;
                    /** @enum {string} */
                    status: "pass" | "warn" | "fail";
                    /** Format: date-time */
                    time: string;
                }[];
            };
        };
        /** @description Who trains, as the onboarding asks it. */
        PersonalInfoInput: {
            /** @description Ignored: who the user is says the token. */
            user_id?: string | null;
            username: string;
            /** @description Years. */
            age: number;
            /** @description In weight_unit. */
            weight: number;
            /** @description In height_unit. */
            height: number;
            /**
             * @default kg
             * @enum {string}
             */
            weight_unit?: "kg" | "lbs";
            /**
             * @default cm
             * @enum {string}
             */
            height_unit?: "cm" | "in";
            /**
             * @default metric
             * @enum {string}
             */
            measurement_system?: "metric" | "imperial";
            /** @enum {string} */
            gender: "male" | "female" | "other";
            /** @description What the user wants, in their own words. */
            goal_description: string;
            /**
             * @default novice
             * @enum {string}
             */
            experience_level?: "novice" | "beginner" | "intermediate" | "advanced";
        };
        /** @description A question of the onboarding. Every key is there, null where it has no meaning. */
        Question: {
            id: string;
            text: string;
            /** @default  */
            help_text: string;
            /** @enum {string} */
            response_type: "multiple_choice" | "dropdown" | "free_text" | "slider" | "conditional_boolean" | "rating";
            /**
             * @description Counted from 1.
             * @default null
             */
            order: number | null;
            /** @default null */
            options: {
                id: string;
                text: string;
                value: string;
            }[] | null;
            /** @default null */
            multiselect: boolean | null;
            /** @default null */
            min_value: number | null;
            /** @default null */
            max_value: number | null;
            /** @default null */
            step: number | null;
            /** @default null */
            unit: string | null;
            /** @default null */
            min_description: string | null;
            /** @default null */
            max_description: string | null;
            /** @default null */
            max_length: number | null;
            /** @default null */
            placeholder: string | null;
        };
        /** @description By the kind of question: a choice or several, a number, a text, or yes or no with a text. */
        AnswerInput: string | string[] | number | {
            boolean: boolean;
            text?: string | null;
        } | boolean | null;
        /** @description Answers by the id of their question. */
        AnswersInput: {
            [key: string]: components["schemas"]["AnswerInput"];
        };
        /** @description A question of the onboarding. Every key is there, null where it has no meaning. */
        QuestionInput: {
            id: string;
            text: string;
            /** @default  */
            help_text?: string;
            /** @enum {string} */
            response_type: "multiple_choice" | "dropdown" | "free_text" | "slider" | "conditional_boolean" | "rating";
            /**
             * @description Counted from 1.
             * @default null
             */
            order?: number | null;
            /** @default null */
            options?: {
                id: string;
                text: string;
                value: string;
            }[] | null;
            /** @default null */
            multiselect?: boolean | null;
            /** @default null */
            min_value?: number | null;
            /** @default null */
            max_value?: number | null;
            /** @default null */
            step?: number | null;
            /** @default null */
            unit?: string | null;
            /** @default null */
            min_description?: string | null;
            /** @default null */
            max_description?: string | null;
            /** @default null */
            max_length?: number | null;
            /** @default null */
            placeholder?: string | null;
        };
        /** @description An id, as a number or its digits. */
        IdInput: number | string;
        /** @description A training plan. */
        TrainingPlan: {
            id: number;
            user_profile_id: number;
            title: string;
            summary: string;
            justification: string;
            ai_message: string | null;
            created_at: string;
            updated_at: string;
            weekly_schedules: components["schemas"]["Week"][];
        };
        /** @description A week of a plan. */
        Week: {
            id: number;
            training_plan_id: number;
            week_number: number;
            focus_theme: string | null;
            primary_goal: string | null;
            progression_lever: string | null;
            /** @description Monday to Sunday; empty for a week that is only outlined. */
            daily_trainings: components["schemas"]["Day"][];
        };
        /** @description A day of a week; a rest day has neither exercises nor sessions. */
        Day: {
            id: number;
            weekly_schedule_id: number;
            /** @enum {string} */
            day_of_week: "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";
            is_rest_day: boolean;
            /** @enum {string} */
            training_type: "strength" | "endurance" | "mixed" | "rest";
            justification: string;
            /** Format: date */
            scheduled_date: string;
            strength_exercises: components["schemas"]["StrengthExercise"][];
            endurance_sessions: components["schemas"]["EnduranceSession"][];
        };
        /** @description Sets of one exercise on one day. */
        StrengthExercise: {
            id: number;
            daily_training_id: number;
            exercise_id: number;
            exercise_name: string;
            main_muscle: string;
            equipment: string;
            sets: number;
            /** @description One per set. */
            reps: number[];
            /** @description One per set, in the user's unit; 0 is bodyweight. */
            weight: number[];
            /** @description Counted from 1 within the day. */
            execution_order: number;
            completed: boolean;
            target_area: string;
            main_muscles: string[];
            force: string;
            exercises: components["schemas"]["CatalogueExercise"] | null;
        };
        /** @description An exercise of the catalogue. */
        CatalogueExercise: {
            id: number;
            name: string;
            equipment: string;
            target_area: string;
            /** @enum {string} */
            force: "push" | "pull" | "static";
            /** @enum {string} */
            difficulty: "novice" | "intermediate" | "advanced";
            main_muscles: string[];
            alternative_names: string[];
            popularity: number;
        };
        /** @description One session of one sport on one day. */
        EnduranceSession: {
            id: number;
            daily_training_id: number;
            name: string;
            description: string | null;
            /** @enum {string} */
            sport_type: "running" | "cycling" | "swimming" | "rowing" | "hiking" | "walking" | "elliptical" | "stair_climbing" | "jump_rope" | "other";
            /** @description In unit. */
            training_volume: number;
            /** @enum {string} */
            unit: "minutes" | "km" | "miles" | "meters";
            heart_rate_zone: number;
            execution_order: number;
            completed: boolean;
        };
        /** @description What the coach has learned about the user. */
        Playbook: {
            /** Format: uuid */
            user_id: string;
            lessons: components["schemas"]["Lesson"][];
            total_lessons: number;
            last_updated: string;
        };
        /** @description One lasting fact about the user. */
        Lesson: {
            /** @description `lesson_` and 8 hex digits. */
            id: string;
            /** @description In the third person. */
            text: string;
            tags: string[];
            helpful_count: number;
            harmful_count: number;
            times_applied: number;
            confidence: number;
            /** @description False is a warning: a limit or an injury. */
            positive: boolean;
            created_at: string;
            last_used_at: string | null;
            /** @description "onboarding", or the id of a plan. */
            source_plan_id: string | null;
            requires_context: ("context" | "not_found") | null;
            /** @description What the knowledge base says to it. */
            context: string | null;
        };
        /** @description A playbook in numbers. */
        PlaybookStats: {
            total_lessons: number;
            positive_lessons: number;
            warning_lessons: number;
            avg_confidence: number;
            most_common_tags: string[];
            lessons_by_priority: {
                critical: number;
                high: number;
                medium: number;
                low: number;
            };
            last_updated: string | null;
        };
    };
    responses: never;
    parameters: {
        /** @description A repeat with the same key within 24 hours is answered and not done again. */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this request in our log. */
        RequestId: string;
        /** @description Seconds to wait. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    greet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A greeting. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        message: string;
                        /** @constant */
                        status: "healthy";
                    };
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/health+json": {
                        /** @constant */
                        status: "pass";
                    };
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/health+json": components["schemas"]["Health"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/health+json": components["schemas"]["Health"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description At worst a warning. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/health+json": components["schemas"]["Health"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/health+json": components["schemas"]["Health"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askQuestions: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key within 24 hours is answered and not done again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The access token, of clients that send no Authorization header. */
                    jwt_token?: string | null;
                    personal_info: components["schemas"]["PersonalInfoInput"];
                    /** @description Ignored: a user has one profile, and a repeat keeps its id. */
                    user_profile_id?: string | null;
                };
            };
        };
        responses: {
            /** @description The questions, in order. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            questions: components["schemas"]["Question"][];
                            total_questions: number;
                            estimated_time_minutes: number;
                            ai_message: string;
                            user_profile_id: number;
                        };
                        message: string;
                    };
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    generatePlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key within 24 hours is answered and not done again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The access token, of clients that send no Authorization header. */
                    jwt_token?: string | null;
                    personal_info: components["schemas"]["PersonalInfoInput"];
                    /** @description Answers by the id of their question. */
                    initial_responses: components["schemas"]["AnswersInput"];
                    initial_questions: components["schemas"]["QuestionInput"][];
                    user_profile_id: components["schemas"]["IdInput"];
                };
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["TrainingPlan"];
                        message: string;
                        completion_message: string;
                        metadata: {
                            validation_messages: string[];
                            /**
                             * @description Who wrote it; stored is a plan that was there already.
                             * @enum {string}
                             */
                            generation_method: "rules" | "model" | "stored";
                            idempotency?: boolean;
                            plan_id?: number;
                            reason?: string;
                        };
                    };
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveFeedback: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key within 24 hours is answered and not done again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The access token, of clients that send no Authorization header. */
                    jwt_token?: string | null;
                    user_profile_id: components["schemas"]["IdInput"];
                    plan_id: components["schemas"]["IdInput"];
                    feedback_message: string;
                    /** @description The week that is spoken of. */
                    week_number: number;
                    /** @default [] */
                    conversation_history?: {
                        /** @enum {string} */
                        role: "user" | "assistant" | "system";
                        content: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description What the coach says, and what changed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        ai_response: string;
                        plan_updated: boolean;
                        /** @description The week that changed, and no other. */
                        updated_plan: {
                            id: number;
                            ai_message: string | null;
                            weekly_schedules: components["schemas"]["Week"][];
                        } | null;
                        updated_playbook: components["schemas"]["Playbook"] | null;
                        navigate_to_main_app: boolean;
                        error: null;
                    };
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWeek: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key within 24 hours is answered and not done again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The access token, of clients that send no Authorization header. */
                    jwt_token?: string | null;
                    user_profile_id: components["schemas"]["IdInput"];
                    /** @description The plan the app shows; refused when it is not the stored one. */
                    plan_id?: components["schemas"]["IdInput"] | null;
                };
            };
        };
        responses: {
            /** @description The whole plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["TrainingPlan"];
                        message: string;
                        metadata: {
                            next_week_number: number;
                        };
                    };
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readInsights: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key within 24 hours is answered and not done again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The access token, of clients that send no Authorization header. */
                    jwt_token?: string | null;
                    user_profile_id: components["schemas"]["IdInput"];
                    training_plan?: {
                        weekly_schedules: {
                            daily_trainings: {
                                /** @default false */
                                is_rest_day?: boolean;
                                /** @default [] */
                                strength_exercises?: {
                                    exercise_name: string;
                                    main_muscle: string;
                                    sets: number;
                                    /** @default false */
                                    completed?: boolean;
                                }[];
                                /** @default [] */
                                endurance_sessions?: {
                                    training_volume: number;
                                    /** @default false */
                                    completed?: boolean;
                                }[];
                            }[];
                        }[];
                    } | null;
                    weak_points?: unknown[] | null;
                    top_exercises?: unknown[] | null;
                };
            };
        };
        responses: {
            /** @description Numbers, findings and recommendations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        summary: {
                            summary: string;
                            findings: string[];
                            recommendations: string[];
                        } | null;
                        metrics: {
                            training_days: number;
                            trained_days: number;
                            completion: number;
                            sets_by_muscle: {
                                [key: string]: number;
                            };
                            endurance_volume: number;
                        } | null;
                        error: null;
                    };
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    learnFromDay: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key within 24 hours is answered and not done again. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The access token, of clients that send no Authorization header. */
                    jwt_token?: string | null;
                    daily_training_id: components["schemas"]["IdInput"];
                    plan_id: components["schemas"]["IdInput"];
                    /** @description Ignored: what day it is says the stored plan. */
                    day_of_week: string;
                    completion_percentage: number;
                    /** @description 1 is the least, 5 the most. */
                    difficulty?: number | null;
                    /** @description 1 is the least, 5 the most. */
                    enjoyment?: number | null;
                    user_feedback?: string | null;
                    injury_reported?: boolean | null;
                    injury_description?: string | null;
                };
            };
        };
        responses: {
            /** @description How many lessons were learned. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            lessons_generated: number;
                            lessons_added: number;
                            lessons_updated: number;
                            total_lessons: number;
                        };
                        message: string;
                    };
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Payload Too Large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unsupported Media Type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPlaybook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed-in user's own id. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lessons, the best first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: {
                            playbook: components["schemas"]["Playbook"] | {
                                /** Format: uuid */
                                user_id: string;
                                lessons: unknown[];
                                /** @constant */
                                total_lessons: 0;
                            };
                            stats: components["schemas"]["PlaybookStats"] | null;
                        };
                        message: string;
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPlaybookStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The signed-in user's own id. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        success: true;
                        data: components["schemas"]["PlaybookStats"];
                        message: string;
                    };
                };
            };
            /** @description Unauthorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too Many Requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal Server Error */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Service Unavailable */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
