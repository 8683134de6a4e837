CREATE INDEX "tickets_release_idx" ON "tickets" USING btree ("last_activity_at","number") WHERE "tickets"."planned_release" is not null;--> statement-breakpoint
CREATE INDEX "tickets_partner_idx" ON "tickets" USING btree ("last_activity_at","number") WHERE "tickets"."partner" is not null;--> statement-breakpoint
CREATE INDEX "tickets_closing_reason_idx" ON "tickets" USING btree ("closing_reason","last_activity_at","number") WHERE "tickets"."closing_reason" is not null;--> statement-breakpoint
CREATE INDEX "tickets_rating_idx" ON "tickets" USING btree ("rating","last_activity_at","number") WHERE "tickets"."rating" is not null;--> statement-breakpoint
CREATE INDEX "tickets_reproducible_idx" ON "tickets" USING btree ("last_activity_at","number") WHERE "tickets"."reproducible";