DROP INDEX "audit_entries_at_idx";--> statement-breakpoint
DROP INDEX "audit_entries_target_idx";--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_action_idx" ON "audit_entries" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "users_name_idx" ON "users" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "ticket_clocks_settled_idx" ON "ticket_clocks" USING btree ("settled_at") WHERE "ticket_clocks"."settled_at" is not null;--> statement-breakpoint
CREATE INDEX "ticket_clocks_running_idx" ON "ticket_clocks" USING btree ("due_at") WHERE "ticket_clocks"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "ticket_events_ended_idx" ON "ticket_events" USING btree ("at","ticket_id") WHERE "ticket_events"."kind" = 'moved' and "ticket_events"."data" ->> 'to' in ('resolved_pending_release', 'resolved', 'closed') and "ticket_events"."data" ->> 'from' not in ('resolved_pending_release', 'resolved', 'closed');--> statement-breakpoint
CREATE INDEX "ticket_events_reopened_idx" ON "ticket_events" USING btree ("at","ticket_id") WHERE "ticket_events"."kind" = 'moved' and "ticket_events"."data" ->> 'from' in ('resolved_pending_release', 'resolved', 'closed') and "ticket_events"."data" ->> 'to' not in ('resolved_pending_release', 'resolved', 'closed');--> statement-breakpoint
CREATE INDEX "ticket_events_answered_idx" ON "ticket_events" USING btree ("at","actor_id","ticket_id") WHERE "ticket_events"."kind" = 'replied' and "ticket_events"."data" ->> 'side' = 'agent';--> statement-breakpoint
CREATE INDEX "ticket_events_rated_idx" ON "ticket_events" USING btree ("at","ticket_id") WHERE "ticket_events"."kind" = 'rated';--> statement-breakpoint
CREATE INDEX "ticket_events_undone_idx" ON "ticket_events" USING btree ("at","ticket_id") WHERE "ticket_events"."kind" = 'undone';--> statement-breakpoint
CREATE INDEX "tickets_first_answer_idx" ON "tickets" USING btree ("first_answered_at") WHERE "tickets"."first_answered_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_resolved_idx" ON "tickets" USING btree ("resolved_at") WHERE "tickets"."resolved_at" is not null;--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_target_idx" ON "audit_entries" USING btree ("target_type","target_id","at","id");