-- CreateTable
CREATE TABLE "visit_watch" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "silent_since" TIMESTAMPTZ(3),
    "usual_share" DOUBLE PRECISION NOT NULL,
    "usual_at" TIMESTAMPTZ(3) NOT NULL,
    "forecast_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_watch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "visit_watch_branch_id_key" ON "visit_watch"("branch_id");
