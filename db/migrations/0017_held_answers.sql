ALTER TABLE "ticket_messages" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ticket_messages" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;