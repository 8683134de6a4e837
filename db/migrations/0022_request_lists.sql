DROP INDEX "tickets_requester_idx";--> statement-breakpoint
DROP INDEX "tickets_organisation_idx";--> statement-breakpoint
CREATE INDEX "tickets_requester_idx" ON "tickets" USING btree ("requester_id","last_activity_at","number");--> statement-breakpoint
CREATE INDEX "tickets_organisation_idx" ON "tickets" USING btree ("organisation_id","last_activity_at","number");