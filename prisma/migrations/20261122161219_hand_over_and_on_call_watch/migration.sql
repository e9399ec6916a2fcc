-- DropIndex
DROP INDEX "handover_branch_id_tier_due_at_key";

-- AlterTable
ALTER TABLE "handover" ADD COLUMN     "agency_id" UUID NOT NULL,
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kept_at" TIMESTAMPTZ(3),
ADD COLUMN     "next_due_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "shift_override" ADD COLUMN     "instead_of" UUID;

-- CreateTable
CREATE TABLE "on_call_watch" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "on_call_watch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "on_call_watch_branch_id_key" ON "on_call_watch"("branch_id");

-- CreateIndex
CREATE UNIQUE INDEX "handover_branch_id_tier_due_at_to_manager_id_key" ON "handover"("branch_id", "tier", "due_at", "to_manager_id");

-- A hand-over that nobody has taken or kept yet is due: it never waits for nothing (design 1.1).
ALTER TABLE "handover" ADD CONSTRAINT "handover_open_has_next_due"
  CHECK (("taken_at" IS NULL AND "kept_at" IS NULL) = ("next_due_at" IS NOT NULL));
CREATE INDEX "handover_due" ON "handover" ("next_due_at") WHERE "next_due_at" IS NOT NULL;
ALTER TABLE "shift_override" ADD CONSTRAINT "shift_override_forwards" CHECK ("ends_at" > "starts_at");
