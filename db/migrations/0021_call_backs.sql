CREATE TABLE "ticket_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" uuid NOT NULL,
	"proposed_by" uuid NOT NULL,
	"time_zone" text NOT NULL,
	"minutes" integer NOT NULL,
	"slots" jsonb NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"chosen_at" timestamp (3) with time zone,
	"chosen_by" uuid,
	"phone" text,
	"recap_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_calls_state_check" CHECK ("state" in ('proposed', 'chosen', 'done', 'cancelled'))
);
--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "ticket_calls" ADD CONSTRAINT "ticket_calls_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_calls" ADD CONSTRAINT "ticket_calls_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_calls" ADD CONSTRAINT "ticket_calls_chosen_by_users_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_calls" ADD CONSTRAINT "ticket_calls_recap_id_ticket_messages_id_fk" FOREIGN KEY ("recap_id") REFERENCES "public"."ticket_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_calls_open_key" ON "ticket_calls" USING btree ("ticket_id") WHERE "ticket_calls"."state" in ('proposed', 'chosen');--> statement-breakpoint
CREATE INDEX "ticket_calls_ticket_idx" ON "ticket_calls" USING btree ("ticket_id","created_at");--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("kind" in ('opened', 'replied', 'noted', 'moved', 'routed', 'assigned', 'tagged', 'undone', 'graded', 'marked', 'deadline', 'reminded', 'snoozed', 'woken', 'rated', 'linked', 'unlinked', 'merged', 'split', 'asked', 'judged', 'call'));