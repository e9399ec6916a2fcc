-- AlterTable
ALTER TABLE "escalation" ADD COLUMN     "ended_why" TEXT,
ADD COLUMN     "leader_id" UUID;

-- AlterTable
ALTER TABLE "acceptance" ADD COLUMN     "number" TEXT,
ADD COLUMN     "release_reason" TEXT,
ADD COLUMN     "whom" TEXT NOT NULL,
ALTER COLUMN "manager_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "number" INTEGER NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "incident_branch_id_number_key" ON "incident"("branch_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "incident_visit_id_kind_key" ON "incident"("visit_id", "kind");

-- CreateIndex
CREATE INDEX "reply_code_target_id_idx" ON "reply_code"("target_id");

-- What runs by itself is live by one of these; a climb that another leads has its leader.
CREATE INDEX "escalation_led" ON "escalation" ("leader_id") WHERE "leader_id" IS NOT NULL AND "ended_at" IS NULL;
-- A matter is never held without a time by which its holder must have done something.
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_released_with_reason" CHECK (("released_at" IS NULL) = ("release_reason" IS NULL));
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_ended_with_reason" CHECK (("ended_at" IS NULL) = ("ended_why" IS NULL));
ALTER TABLE "matter_stage" ADD CONSTRAINT "matter_stage_name" CHECK ("stage" IN ('taken', 'covered', 'told', 'seen'));
