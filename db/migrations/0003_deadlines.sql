CREATE TABLE "calendars" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"week" jsonb NOT NULL,
	"country" text,
	"region" text,
	"days_off" jsonb NOT NULL,
	"open_days" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "criticality_levels" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"definition" jsonb NOT NULL,
	"examples" jsonb NOT NULL,
	"from_severity" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "criticality_levels_severity_check" CHECK ("criticality_levels"."from_severity" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"calendar_key" text NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_targets" (
	"policy_key" text NOT NULL,
	"level_key" text NOT NULL,
	"targets" jsonb NOT NULL,
	CONSTRAINT "policy_targets_policy_key_level_key_pk" PRIMARY KEY("policy_key","level_key")
);
--> statement-breakpoint
CREATE TABLE "ticket_clocks" (
	"ticket_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"turn" integer NOT NULL,
	"started_at" timestamp (3) with time zone,
	"warn_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"outcome" text,
	"warned_at" timestamp (3) with time zone,
	"breached_at" timestamp (3) with time zone,
	CONSTRAINT "ticket_clocks_ticket_id_kind_turn_pk" PRIMARY KEY("ticket_id","kind","turn"),
	CONSTRAINT "ticket_clocks_kind_check" CHECK ("kind" in ('taken', 'answer', 'resolution')),
	CONSTRAINT "ticket_clocks_outcome_check" CHECK ("outcome" in ('kept', 'missed', 'stopped'))
);
--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "policy_key" text;--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "asks_criticality" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "needs_reproduction" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "status_since" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "criticality" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "complete" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "reproducible" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "partner" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "planned_release" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "closing_reason" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "duplicate_of" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "due_clock" text;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_calendar_key_calendars_key_fk" FOREIGN KEY ("calendar_key") REFERENCES "public"."calendars"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_targets" ADD CONSTRAINT "policy_targets_policy_key_policies_key_fk" FOREIGN KEY ("policy_key") REFERENCES "public"."policies"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_targets" ADD CONSTRAINT "policy_targets_level_key_criticality_levels_key_fk" FOREIGN KEY ("level_key") REFERENCES "public"."criticality_levels"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_clocks" ADD CONSTRAINT "ticket_clocks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "policies_default_key" ON "policies" USING btree ("is_default") WHERE "policies"."is_default";--> statement-breakpoint
CREATE INDEX "ticket_clocks_warn_idx" ON "ticket_clocks" USING btree ("warn_at") WHERE "ticket_clocks"."settled_at" is null and "ticket_clocks"."warned_at" is null;--> statement-breakpoint
CREATE INDEX "ticket_clocks_due_idx" ON "ticket_clocks" USING btree ("due_at") WHERE "ticket_clocks"."settled_at" is null and "ticket_clocks"."breached_at" is null;--> statement-breakpoint
ALTER TABLE "request_types" ADD CONSTRAINT "request_types_policy_key_policies_key_fk" FOREIGN KEY ("policy_key") REFERENCES "public"."policies"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_criticality_criticality_levels_key_fk" FOREIGN KEY ("criticality") REFERENCES "public"."criticality_levels"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_due_idx" ON "tickets" USING btree ("due_at") WHERE "tickets"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_snoozed_idx" ON "tickets" USING btree ("snoozed_until") WHERE "tickets"."snoozed_until" is not null;--> statement-breakpoint
CREATE INDEX "tickets_waiting_idx" ON "tickets" USING btree ("status_since") WHERE "tickets"."status" in ('waiting_customer', 'resolved');--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("kind" in ('opened', 'replied', 'noted', 'moved', 'assigned', 'graded', 'marked', 'deadline', 'reminded', 'snoozed', 'woken'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_closing_reason_check" CHECK ("closing_reason" in ('solved', 'no_answer', 'duplicate', 'merged', 'works_as_designed', 'not_reproducible', 'out_of_scope', 'withdrawn', 'spam'));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_due_clock_check" CHECK ("due_clock" in ('taken', 'answer', 'resolution'));--> statement-breakpoint
UPDATE "tickets" SET "status_since" = coalesce((SELECT max("at") FROM "ticket_events" WHERE "ticket_id" = "tickets"."id" AND "kind" = 'moved'), "created_at");--> statement-breakpoint
UPDATE "request_types" SET "asks_criticality" = true WHERE "key" IN ('assistance', 'problem');--> statement-breakpoint
UPDATE "request_types" SET "needs_reproduction" = true WHERE "key" = 'problem';
