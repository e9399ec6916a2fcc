-- Attempts that ended and were decided upon by nobody yet: lost and cancelled ones have an end too, and are never settled.
DROP INDEX "attempt_unsettled";
CREATE INDEX "attempt_unsettled" ON "attempt" ("ended_at") WHERE "state" = 'ended' AND "settled_at" IS NULL;
