ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "rating" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "rated_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("kind" in ('opened', 'replied', 'noted', 'moved', 'assigned', 'graded', 'marked', 'deadline', 'reminded', 'snoozed', 'woken', 'rated'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_rating_check" CHECK ("rating" in ('satisfied', 'mixed', 'dissatisfied'));