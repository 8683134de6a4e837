ALTER TABLE "ticket_calls" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
-- Tags are offered as one types and remembered by nobody.
DROP TRIGGER "house_changed" ON "tags";
