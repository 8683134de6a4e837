ALTER TABLE "tickets" ADD COLUMN "by_visitor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "tickets_visitor_idx" ON "tickets" USING btree ("last_activity_at","number") WHERE "tickets"."by_visitor";--> statement-breakpoint
-- What was opened before tells the audit log: visitors confirm what they send.
UPDATE "tickets" SET "by_visitor" = true FROM "audit_entries" "confirmed"
WHERE "confirmed"."action" = 'tickets.confirm' AND "confirmed"."target_type" = 'ticket' AND "confirmed"."target_id" = "tickets"."id"::text;
