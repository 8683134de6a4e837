CREATE TABLE "desk_views" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"address" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "tickets_status_idx";--> statement-breakpoint
DROP INDEX "tickets_type_idx";--> statement-breakpoint
DROP INDEX "tickets_activity_idx";--> statement-breakpoint
DROP INDEX "tickets_due_idx";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "priority" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "desk_views" ADD CONSTRAINT "desk_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_views_owner_idx" ON "desk_views" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "desk_views_shared_idx" ON "desk_views" USING btree ("shared") WHERE "desk_views"."shared";--> statement-breakpoint
CREATE INDEX "tickets_created_idx" ON "tickets" USING btree ("created_at","number");--> statement-breakpoint
CREATE INDEX "tickets_priority_idx" ON "tickets" USING btree ("priority","number");--> statement-breakpoint
CREATE INDEX "tickets_open_activity_idx" ON "tickets" USING btree ("last_activity_at","number") WHERE "tickets"."status" in ('submitted', 'qualified', 'in_review', 'on_hold', 'escalated', 'product_review', 'in_development', 'waiting_customer', 'waiting_internal', 'waiting_partner');--> statement-breakpoint
CREATE INDEX "tickets_open_due_idx" ON "tickets" USING btree (coalesce("due_at", '9999-12-31T00:00:00Z'::timestamptz),"number") WHERE "tickets"."status" in ('submitted', 'qualified', 'in_review', 'on_hold', 'escalated', 'product_review', 'in_development', 'waiting_customer', 'waiting_internal', 'waiting_partner');--> statement-breakpoint
CREATE INDEX "tickets_open_priority_idx" ON "tickets" USING btree ("priority","number") WHERE "tickets"."status" in ('submitted', 'qualified', 'in_review', 'on_hold', 'escalated', 'product_review', 'in_development', 'waiting_customer', 'waiting_internal', 'waiting_partner');--> statement-breakpoint
CREATE INDEX "tickets_assignee_idx" ON "tickets" USING btree ("assignee_id","last_activity_at","number");--> statement-breakpoint
CREATE INDEX "tickets_team_idx" ON "tickets" USING btree ("team_id","last_activity_at","number");--> statement-breakpoint
CREATE INDEX "tickets_status_idx" ON "tickets" USING btree ("status","last_activity_at","number");--> statement-breakpoint
CREATE INDEX "tickets_type_idx" ON "tickets" USING btree ("type_key","last_activity_at","number");--> statement-breakpoint
CREATE INDEX "tickets_activity_idx" ON "tickets" USING btree ("last_activity_at","number");--> statement-breakpoint
CREATE INDEX "tickets_due_idx" ON "tickets" USING btree (coalesce("due_at", '9999-12-31T00:00:00Z'::timestamptz),"number");--> statement-breakpoint
UPDATE "tickets" SET "priority" = (5 - "level"."from_severity") * 10 + 4 FROM "criticality_levels" AS "level" WHERE "tickets"."criticality" = "level"."key";
