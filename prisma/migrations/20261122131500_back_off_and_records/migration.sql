-- AlterTable
ALTER TABLE "agency" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "settle_after" TIMESTAMPTZ(3),
ADD COLUMN     "settle_failures" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "late_visit_record" ADD COLUMN     "actioned_at" TIMESTAMPTZ(3);
