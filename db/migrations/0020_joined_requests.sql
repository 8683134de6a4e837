CREATE TABLE "ticket_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_links_kind_check" CHECK ("kind" in ('related', 'duplicate_of', 'follows', 'caused_by')),
	CONSTRAINT "ticket_links_two_check" CHECK ("ticket_links"."from_id" <> "ticket_links"."to_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "needs_completeness" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "resolve_needs" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "verdict" text;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_from_id_tickets_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_to_id_tickets_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_links_pair_key" ON "ticket_links" USING btree (least("from_id", "to_id"),greatest("from_id", "to_id"),"kind");--> statement-breakpoint
CREATE INDEX "ticket_links_from_idx" ON "ticket_links" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "ticket_links_to_idx" ON "ticket_links" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "tickets_verdict_idx" ON "tickets" USING btree ("verdict","last_activity_at","number") WHERE "tickets"."verdict" is not null;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("kind" in ('opened', 'replied', 'noted', 'moved', 'routed', 'assigned', 'tagged', 'undone', 'graded', 'marked', 'deadline', 'reminded', 'snoozed', 'woken', 'rated', 'linked', 'unlinked', 'merged', 'split', 'asked', 'judged'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_verdict_check" CHECK ("verdict" in ('bug', 'works_as_designed', 'set_up', 'not_reproducible'));