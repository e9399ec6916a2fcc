-- The tables, from schema.prisma.

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branch" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "nation" TEXT NOT NULL,
    "watch_mode" TEXT NOT NULL,
    "live_from" TIMESTAMPTZ(3),
    "office_number" TEXT,
    "last_resort_number" TEXT,
    "responsible_manager_id" UUID,

    CONSTRAINT "branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "definition" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,

    CONSTRAINT "definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_account" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "call_slot_ms" INTEGER NOT NULL,
    "text_slot_ms" INTEGER NOT NULL,
    "next_call_at" TIMESTAMPTZ(3) NOT NULL,
    "next_text_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "carrier_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone_line" (
    "e164" TEXT NOT NULL,
    "branch_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "use" TEXT NOT NULL,

    CONSTRAINT "phone_line_pkey" PRIMARY KEY ("e164")
);

-- CreateTable
CREATE TABLE "phone_number" (
    "e164" TEXT NOT NULL,
    "line_type" TEXT,
    "texts_stopped_at" TIMESTAMPTZ(3),
    "unreachable_at" TIMESTAMPTZ(3),
    "unreachable_why" TEXT,
    "tested_at" TIMESTAMPTZ(3),

    CONSTRAINT "phone_number_pkey" PRIMARY KEY ("e164")
);

-- CreateTable
CREATE TABLE "person_number" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "party_kind" TEXT NOT NULL,
    "party_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "ord" INTEGER NOT NULL,

    CONSTRAINT "person_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_user" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "preferred_name" TEXT NOT NULL,
    "date_of_birth" DATE,
    "gender" TEXT NOT NULL,
    "address_line" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "area_type" TEXT NOT NULL,
    "map_x" DOUBLE PRECISION,
    "map_y" DOUBLE PRECISION,
    "withheld_number" BOOLEAN NOT NULL,
    "no_mobile_signal" BOOLEAN NOT NULL,
    "relay_uk" BOOLEAN NOT NULL,
    "line_power_dependent" BOOLEAN NOT NULL,
    "preferred_channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "needs_interpreter" BOOLEAN NOT NULL,
    "communication_note" TEXT NOT NULL,
    "funding_type" TEXT NOT NULL,
    "funder_ref" TEXT NOT NULL,
    "home_authority" TEXT NOT NULL,
    "package_ref" TEXT NOT NULL,
    "package_type" TEXT NOT NULL,
    "lives_alone" BOOLEAN NOT NULL,
    "cognitive_impairment" BOOLEAN NOT NULL,
    "risk_grade" TEXT NOT NULL,
    "time_critical_reason" TEXT NOT NULL,
    "time_critical_agreed_by" TEXT NOT NULL,
    "if_late_or_missed" TEXT NOT NULL,
    "key_access" TEXT NOT NULL,
    "skills_required" TEXT[],
    "gender_preference" TEXT NOT NULL,
    "excluded_worker_refs" TEXT[],
    "max_care_workers_four_weeks" INTEGER,
    "choice_if_late" TEXT NOT NULL,
    "start_date" DATE,
    "notes" TEXT NOT NULL,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "service_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_user_status" (
    "id" UUID NOT NULL,
    "service_user_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,
    "reported_by" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_user_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_user_contact" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "service_user_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "ord" INTEGER NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "relationship" TEXT NOT NULL,
    "contact_type" TEXT NOT NULL,
    "emergency_contact" BOOLEAN NOT NULL,
    "can_visit" BOOLEAN NOT NULL,
    "minutes_away" INTEGER,
    "key_holder" BOOLEAN NOT NULL,
    "available" TEXT NOT NULL,
    "ring_from" TEXT NOT NULL,
    "ring_to" TEXT NOT NULL,
    "may_be_told" BOOLEAN NOT NULL,
    "health_attorney" BOOLEAN NOT NULL,
    "known_caller" BOOLEAN NOT NULL,
    "language" TEXT NOT NULL,
    "verified_on" DATE,
    "notes" TEXT NOT NULL,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "service_user_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "response_plan" (
    "id" UUID NOT NULL,
    "service_user_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "preferred_channel" TEXT NOT NULL,
    "choice_if_late" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commissioner" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "funding_type" TEXT NOT NULL,
    "definition_key" TEXT NOT NULL,
    "late_notice" TEXT NOT NULL,
    "missed_notice_hours" INTEGER,
    "duty_number" TEXT,
    "out_of_hours_number" TEXT,
    "email" TEXT NOT NULL,
    "safeguarding_body" TEXT NOT NULL,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "commissioner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "service_user_id" UUID NOT NULL,
    "commissioner_ref" TEXT NOT NULL,
    "definition_key" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "late_minutes" INTEGER NOT NULL,
    "missed_minutes" INTEGER NOT NULL,
    "agreed_on" DATE,
    "agreed_with" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_worker" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "known_as" TEXT NOT NULL,
    "gender" TEXT NOT NULL,
    "smartphone" BOOLEAN NOT NULL,
    "languages" TEXT[],
    "transport" TEXT NOT NULL,
    "base_area" TEXT NOT NULL,
    "base_postcode" TEXT NOT NULL,
    "map_x" DOUBLE PRECISION,
    "map_y" DOUBLE PRECISION,
    "contract_type" TEXT NOT NULL,
    "contracted_hours_week" DOUBLE PRECISION,
    "max_hours_week" DOUBLE PRECISION,
    "min_rest_hours" DOUBLE PRECISION,
    "standby" BOOLEAN NOT NULL,
    "quiet_from" TEXT NOT NULL,
    "quiet_to" TEXT NOT NULL,
    "dbs_level" TEXT NOT NULL,
    "dbs_checked_on" DATE,
    "policy_read_on" DATE,
    "start_date" DATE,
    "status" TEXT NOT NULL,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "care_worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skill" (
    "care_worker_id" UUID NOT NULL,
    "skill" TEXT NOT NULL,
    "expires_on" DATE,

    CONSTRAINT "skill_pkey" PRIMARY KEY ("care_worker_id","skill")
);

-- CreateTable
CREATE TABLE "exclusion" (
    "care_worker_id" UUID NOT NULL,
    "service_user_id" UUID NOT NULL,

    CONSTRAINT "exclusion_pkey" PRIMARY KEY ("care_worker_id","service_user_id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "care_worker_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manager" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "manager_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "care_worker_id" UUID NOT NULL,
    "local_date" DATE NOT NULL,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "service_user_id" UUID NOT NULL,
    "visit_type" TEXT NOT NULL,
    "care_workers_required" INTEGER NOT NULL,
    "funder_ref" TEXT NOT NULL,
    "package_ref" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "next_check_at" TIMESTAMPTZ(3),
    "check_kind" TEXT,
    "check_failures" INTEGER NOT NULL DEFAULT 0,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_plan" (
    "visit_id" UUID NOT NULL,
    "rev" INTEGER NOT NULL,
    "planned_start" TIMESTAMPTZ(3) NOT NULL,
    "planned_end" TIMESTAMPTZ(3) NOT NULL,
    "local_date" DATE NOT NULL,
    "time_critical" BOOLEAN NOT NULL,
    "time_critical_reason" TEXT NOT NULL,
    "tolerance_minutes" INTEGER,
    "status" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_plan_pkey" PRIMARY KEY ("visit_id","rev")
);

-- CreateTable
CREATE TABLE "visit_allocation" (
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "care_worker_id" UUID,
    "run_id" UUID,
    "run_ref" TEXT NOT NULL,
    "run_order" INTEGER,
    "travel_minutes" INTEGER,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "by" TEXT NOT NULL,

    CONSTRAINT "visit_allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_event" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "visit_id" UUID,
    "kind" TEXT NOT NULL,
    "minutes" DOUBLE PRECISION,
    "new_start" TIMESTAMPTZ(3),
    "reason" TEXT,
    "care_worker_id" UUID,
    "source" TEXT NOT NULL,
    "source_ref" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "evidence" TEXT NOT NULL,
    "words" TEXT,
    "details" JSONB,
    "said_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "retracts_id" UUID,
    "ord" BIGSERIAL NOT NULL,

    CONSTRAINT "visit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_delivery" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "attempt_id" UUID,
    "raw" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "ord" BIGSERIAL NOT NULL,

    CONSTRAINT "inbound_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "awaited_answer" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "awaited_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "visit_id" UUID,
    "service_user_id" UUID,
    "risk_at" TIMESTAMPTZ(3) NOT NULL,
    "reasons" TEXT[],
    "next_step" TEXT NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "evidence_id" UUID,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter_stage" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "reached_at" TIMESTAMPTZ(3),
    "evidence_id" UUID,

    CONSTRAINT "matter_stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safety_evidence" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "said_by" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "event_id" UUID,
    "call_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "safety_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "matter_id" UUID,
    "visit_id" UUID,
    "party_kind" TEXT NOT NULL,
    "party_id" UUID,
    "number" TEXT,
    "message" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "subject" TEXT NOT NULL,
    "class" INTEGER NOT NULL,
    "risk_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),
    "told_whom" TEXT,
    "grade" TEXT,
    "dropped_at" TIMESTAMPTZ(3),
    "drop_reason" TEXT,
    "exhausted_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "ord" BIGSERIAL NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "from_number" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "party_kind" TEXT NOT NULL,
    "party_id" UUID,
    "class" INTEGER NOT NULL,
    "risk_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "state_rank" INTEGER NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "look_up_at" TIMESTAMPTZ(3),
    "look_ups" INTEGER NOT NULL DEFAULT 0,
    "placed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "provider_id" TEXT,
    "outcome" TEXT,
    "provider_code" INTEGER,
    "answered_by" TEXT,
    "grade" TEXT,
    "words" TEXT,
    "said" JSONB,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "settled_at" TIMESTAMPTZ(3),
    "cancel_wanted_at" TIMESTAMPTZ(3),
    "ord" BIGSERIAL NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "agency_id" UUID,
    "branch_id" UUID,
    "provider_id" TEXT,
    "direction" TEXT NOT NULL,
    "attempt_id" UUID,
    "parent_id" UUID,
    "contact_id" UUID,
    "office_item_id" UUID,
    "party_kind" TEXT,
    "party_id" UUID,
    "number" TEXT NOT NULL,
    "line_number" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "flow_version" TEXT NOT NULL,
    "memory" JSONB NOT NULL,
    "turn" INTEGER NOT NULL,
    "answered_by" TEXT,
    "proof" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_turn" (
    "call_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "heard_as" TEXT NOT NULL,
    "reply" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_turn_pkey" PRIMARY KEY ("call_id","n")
);

-- CreateTable
CREATE TABLE "on_call_plan" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "on_call_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "cover" TEXT NOT NULL,
    "day_type" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "manager_id" UUID NOT NULL,
    "notes" TEXT NOT NULL,
    "imported_row" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shift_override" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "tier" INTEGER NOT NULL,
    "manager_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shift_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "tier" INTEGER NOT NULL,
    "from_manager_id" UUID,
    "to_manager_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "ladder" JSONB NOT NULL,
    "rung" INTEGER NOT NULL,
    "loud" BOOLEAN NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "manager_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_code" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "local_date" DATE NOT NULL,
    "code" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "party_kind" TEXT NOT NULL,
    "party_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "reply_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_item" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "visit_id" UUID,
    "matter_id" UUID,
    "number" TEXT,
    "subject" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "taken_by" UUID,
    "done_at" TIMESTAMPTZ(3),
    "done_how" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "office_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_visit_record" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "definition_key" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "late_minutes" INTEGER NOT NULL,
    "action_to_be_taken" TEXT NOT NULL,
    "actioned_by" TEXT NOT NULL,

    CONSTRAINT "late_visit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "missed_visit_record" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "definition_key" TEXT NOT NULL,
    "definition_version" INTEGER NOT NULL,
    "missed_minutes" INTEGER NOT NULL,
    "discussion" TEXT NOT NULL,
    "further_action" TEXT NOT NULL,
    "actioned_by" TEXT NOT NULL,

    CONSTRAINT "missed_visit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "visit_id" UUID,
    "matter_id" UUID,
    "kind" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cover_search" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "next_due_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "cover_search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cover_candidate" (
    "search_id" UUID NOT NULL,
    "care_worker_id" UUID NOT NULL,
    "rank" INTEGER,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "cover_candidate_pkey" PRIMARY KEY ("search_id","care_worker_id")
);

-- CreateTable
CREATE TABLE "cover_offer" (
    "id" UUID NOT NULL,
    "search_id" UUID NOT NULL,
    "care_worker_id" UUID NOT NULL,
    "wave" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "cover_offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "beat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,

    CONSTRAINT "beat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "manager_id" UUID,
    "secret_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "setting_branch_id_key_valid_from_idx" ON "setting"("branch_id", "key", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "definition_key_version_key" ON "definition"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_account_name_key" ON "carrier_account"("name");

-- CreateIndex
CREATE INDEX "person_number_number_idx" ON "person_number"("number");

-- CreateIndex
CREATE INDEX "person_number_party_id_idx" ON "person_number"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_number_branch_id_number_party_kind_party_id_role_key" ON "person_number"("branch_id", "number", "party_kind", "party_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "service_user_branch_id_ref_key" ON "service_user"("branch_id", "ref");

-- CreateIndex
CREATE INDEX "service_user_status_service_user_id_from_at_idx" ON "service_user_status"("service_user_id", "from_at");

-- CreateIndex
CREATE INDEX "service_user_contact_service_user_id_ord_idx" ON "service_user_contact"("service_user_id", "ord");

-- CreateIndex
CREATE UNIQUE INDEX "service_user_contact_branch_id_ref_key" ON "service_user_contact"("branch_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "response_plan_service_user_id_version_key" ON "response_plan"("service_user_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "commissioner_agency_id_ref_key" ON "commissioner"("agency_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "contract_service_user_id_valid_from_key" ON "contract"("service_user_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "care_worker_branch_id_ref_key" ON "care_worker"("branch_id", "ref");

-- CreateIndex
CREATE INDEX "absence_care_worker_id_from_at_idx" ON "absence"("care_worker_id", "from_at");

-- CreateIndex
CREATE UNIQUE INDEX "manager_branch_id_ref_key" ON "manager"("branch_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "run_care_worker_id_local_date_key" ON "run"("care_worker_id", "local_date");

-- CreateIndex
CREATE INDEX "visit_service_user_id_idx" ON "visit"("service_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_branch_id_source_ref_key" ON "visit"("branch_id", "source", "ref");

-- CreateIndex
CREATE INDEX "visit_plan_planned_start_idx" ON "visit_plan"("planned_start");

-- CreateIndex
CREATE INDEX "visit_allocation_visit_id_slot_from_at_idx" ON "visit_allocation"("visit_id", "slot", "from_at");

-- CreateIndex
CREATE INDEX "visit_allocation_care_worker_id_until_at_idx" ON "visit_allocation"("care_worker_id", "until_at");

-- CreateIndex
CREATE INDEX "visit_event_visit_id_received_at_idx" ON "visit_event"("visit_id", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "visit_event_source_source_ref_n_key" ON "visit_event"("source", "source_ref", "n");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_delivery_account_kind_provider_id_seq_key" ON "inbound_delivery"("account", "kind", "provider_id", "seq");

-- CreateIndex
CREATE INDEX "awaited_answer_number_asked_at_idx" ON "awaited_answer"("number", "asked_at");

-- CreateIndex
CREATE INDEX "matter_visit_id_idx" ON "matter"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "matter_stage_matter_id_round_stage_key" ON "matter_stage"("matter_id", "round", "stage");

-- CreateIndex
CREATE INDEX "safety_evidence_matter_id_idx" ON "safety_evidence"("matter_id");

-- CreateIndex
CREATE INDEX "contact_matter_id_idx" ON "contact"("matter_id");

-- CreateIndex
CREATE INDEX "contact_visit_id_idx" ON "contact"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_message_subject_party_kind_party_id_key" ON "contact"("message", "subject", "party_kind", "party_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_provider_id_key" ON "attempt"("provider_id");

-- CreateIndex
CREATE INDEX "attempt_contact_id_idx" ON "attempt"("contact_id");

-- CreateIndex
CREATE INDEX "attempt_number_planned_at_idx" ON "attempt"("number", "planned_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_provider_id_key" ON "call"("provider_id");

-- CreateIndex
CREATE INDEX "call_attempt_id_idx" ON "call"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "on_call_plan_branch_id_version_key" ON "on_call_plan"("branch_id", "version");

-- CreateIndex
CREATE INDEX "shift_branch_id_starts_at_ends_at_idx" ON "shift"("branch_id", "starts_at", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "shift_branch_id_ref_key" ON "shift"("branch_id", "ref");

-- CreateIndex
CREATE INDEX "shift_override_branch_id_starts_at_idx" ON "shift_override"("branch_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "handover_branch_id_tier_due_at_key" ON "handover"("branch_id", "tier", "due_at");

-- CreateIndex
CREATE INDEX "escalation_matter_id_idx" ON "escalation"("matter_id");

-- CreateIndex
CREATE INDEX "acceptance_matter_id_idx" ON "acceptance"("matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_code_agency_id_local_date_code_key" ON "reply_code"("agency_id", "local_date", "code");

-- CreateIndex
CREATE UNIQUE INDEX "office_item_branch_id_kind_subject_key" ON "office_item"("branch_id", "kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "late_visit_record_visit_id_key" ON "late_visit_record"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "late_visit_record_branch_id_number_key" ON "late_visit_record"("branch_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "missed_visit_record_visit_id_key" ON "missed_visit_record"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "missed_visit_record_branch_id_number_key" ON "missed_visit_record"("branch_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "cover_offer_search_id_care_worker_id_key" ON "cover_offer"("search_id", "care_worker_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_name_key" ON "account"("name");

-- AddForeignKey
ALTER TABLE "branch" ADD CONSTRAINT "branch_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_user_status" ADD CONSTRAINT "service_user_status_service_user_id_fkey" FOREIGN KEY ("service_user_id") REFERENCES "service_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_user_contact" ADD CONSTRAINT "service_user_contact_service_user_id_fkey" FOREIGN KEY ("service_user_id") REFERENCES "service_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_plan" ADD CONSTRAINT "response_plan_service_user_id_fkey" FOREIGN KEY ("service_user_id") REFERENCES "service_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_service_user_id_fkey" FOREIGN KEY ("service_user_id") REFERENCES "service_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill" ADD CONSTRAINT "skill_care_worker_id_fkey" FOREIGN KEY ("care_worker_id") REFERENCES "care_worker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_service_user_id_fkey" FOREIGN KEY ("service_user_id") REFERENCES "service_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_plan" ADD CONSTRAINT "visit_plan_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_allocation" ADD CONSTRAINT "visit_allocation_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "safety_evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter_stage" ADD CONSTRAINT "matter_stage_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_evidence" ADD CONSTRAINT "safety_evidence_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_turn" ADD CONSTRAINT "call_turn_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift" ADD CONSTRAINT "shift_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "manager"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_visit_record" ADD CONSTRAINT "late_visit_record_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "missed_visit_record" ADD CONSTRAINT "missed_visit_record_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: the promises of the design as constraints.

-- Nobody is forgotten: an open matter has a next step with a due time; a closed one has evidence.
ALTER TABLE "matter" ADD CONSTRAINT "matter_open_has_next_due" CHECK (("closed_at" IS NULL) = ("next_due_at" IS NOT NULL));
ALTER TABLE "matter" ADD CONSTRAINT "matter_closed_with_evidence" CHECK (("closed_at" IS NULL) = ("evidence_id" IS NULL));
CREATE UNIQUE INDEX "matter_one_open" ON "matter" ("subject_id", "kind") WHERE "closed_at" IS NULL;
CREATE INDEX "matter_due" ON "matter" ("next_due_at") WHERE "next_due_at" IS NOT NULL;

-- A contact is told, dropped, or has a next due time.
ALTER TABLE "contact" ADD CONSTRAINT "contact_open_has_next_due" CHECK (("told_at" IS NULL AND "dropped_at" IS NULL) = ("next_due_at" IS NOT NULL));
ALTER TABLE "contact" ADD CONSTRAINT "contact_told_has_grade" CHECK ("told_at" IS NULL OR "grade" IS NOT NULL);
-- A party that is nothing but a number has no id: the same message about the same subject is one contact all the same.
DROP INDEX "contact_message_subject_party_kind_party_id_key";
CREATE UNIQUE INDEX "contact_message_subject_party_kind_party_id_key" ON "contact" ("message", "subject", "party_kind", "party_id") NULLS NOT DISTINCT;
CREATE INDEX "contact_due" ON "contact" ("next_due_at") WHERE "next_due_at" IS NOT NULL;

ALTER TABLE "office_item" ADD CONSTRAINT "office_item_open_has_next_due" CHECK (("done_at" IS NULL) = ("next_due_at" IS NOT NULL));
CREATE INDEX "office_item_due" ON "office_item" ("next_due_at") WHERE "next_due_at" IS NOT NULL;

ALTER TABLE "attempt" ADD CONSTRAINT "attempt_channel" CHECK ("channel" IN ('call', 'text'));
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_state" CHECK ("state" IN ('planned', 'placing', 'placed', 'ringing', 'in-progress', 'unknown', 'lost', 'ended', 'cancelled'));
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_grade" CHECK ("grade" IS NULL OR "grade" IN ('A', 'B', 'C', 'D', 'E', 'F'));
CREATE INDEX "attempt_queue" ON "attempt" ("account_id", "channel", "class", "risk_at", "due_at", "ord") WHERE "state" = 'planned';
CREATE INDEX "attempt_look_up" ON "attempt" ("look_up_at") WHERE "look_up_at" IS NOT NULL;
CREATE INDEX "attempt_unsettled" ON "attempt" ("ended_at") WHERE "ended_at" IS NOT NULL AND "settled_at" IS NULL;
CREATE UNIQUE INDEX "attempt_one_live_call" ON "attempt" ("number") WHERE "channel" = 'call' AND "state" IN ('placing', 'placed', 'ringing', 'in-progress', 'unknown');
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("contact_id") WHERE "state" IN ('planned', 'placing', 'placed', 'ringing', 'in-progress', 'unknown');

CREATE UNIQUE INDEX "visit_allocation_one_now" ON "visit_allocation" ("visit_id", "slot") WHERE "until_at" IS NULL;
CREATE INDEX "visit_due" ON "visit" ("next_check_at") WHERE "next_check_at" IS NOT NULL;
CREATE INDEX "inbound_delivery_texts" ON "inbound_delivery" ("received_at") WHERE "kind" = 'text';
CREATE INDEX "inbound_delivery_due" ON "inbound_delivery" ("next_try_at") WHERE "processed_at" IS NULL;
CREATE INDEX "inbound_delivery_waiting_texts" ON "inbound_delivery" (("raw"->>'From'), "ord") WHERE "processed_at" IS NULL AND "kind" = 'text';
CREATE UNIQUE INDEX "escalation_one_live" ON "escalation" ("matter_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "acceptance_one_held" ON "acceptance" ("matter_id") WHERE "released_at" IS NULL;
CREATE UNIQUE INDEX "cover_search_one_open" ON "cover_search" ("visit_id", "slot") WHERE "closed_at" IS NULL;
ALTER TABLE "branch" ADD CONSTRAINT "branch_watch_mode" CHECK ("watch_mode" IN ('off', 'shadow', 'on'));
ALTER TABLE "contract" ADD CONSTRAINT "contract_thresholds" CHECK ("late_minutes" > 0 AND "missed_minutes" >= "late_minutes");
