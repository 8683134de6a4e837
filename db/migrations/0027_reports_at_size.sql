DROP INDEX "ticket_events_answered_idx";--> statement-breakpoint
CREATE INDEX "attachments_storage_idx" ON "attachments" USING btree ("storage_key");--> statement-breakpoint
CREATE INDEX "tickets_spam_idx" ON "tickets" USING btree ("id") WHERE "tickets"."closing_reason" = 'spam';--> statement-breakpoint
CREATE INDEX "ticket_events_answered_idx" ON "ticket_events" USING btree ("at","actor_id","ticket_id","id") WHERE "ticket_events"."kind" = 'replied' and "ticket_events"."data" ->> 'side' = 'agent';