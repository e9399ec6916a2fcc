-- What is said of an item stands in voice-flows/words/office-list.en.yaml, by its kind.
-- AlterTable
ALTER TABLE "office_item" DROP COLUMN "what";

