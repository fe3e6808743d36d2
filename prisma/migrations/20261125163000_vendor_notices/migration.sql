-- AlterEnum
ALTER TYPE "notice_topic" ADD VALUE 'vendor_ending';
ALTER TYPE "notice_topic" ADD VALUE 'vendor_in_grace';
ALTER TYPE "notice_topic" ADD VALUE 'vendor_lapsed';

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "vendor_id" UUID;
