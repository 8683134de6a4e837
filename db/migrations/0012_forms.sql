CREATE TABLE "portals" (
	"key" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	"intro" jsonb NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "request_fields" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"type_key" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"help" jsonb,
	"why" jsonb,
	"need" text NOT NULL,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "request_fields_kind_check" CHECK ("kind" in ('text', 'longText', 'choice', 'choices', 'yesNo', 'date', 'number', 'link', 'video', 'version', 'file')),
	CONSTRAINT "request_fields_need_check" CHECK ("need" in ('required', 'expected', 'optional'))
);
--> statement-breakpoint
CREATE TABLE "ticket_values" (
	"ticket_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "ticket_values_ticket_id_field_id_pk" PRIMARY KEY("ticket_id","field_id")
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "situation" jsonb DEFAULT '{"fr":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "contact" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "urgency" jsonb;--> statement-breakpoint
ALTER TABLE "request_fields" ADD CONSTRAINT "request_fields_type_key_request_types_key_fk" FOREIGN KEY ("type_key") REFERENCES "public"."request_types"("key") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_values" ADD CONSTRAINT "ticket_values_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_values" ADD CONSTRAINT "ticket_values_field_id_request_fields_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."request_fields"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "request_fields_key" ON "request_fields" USING btree ("type_key","key");--> statement-breakpoint
CREATE INDEX "ticket_values_field_idx" ON "ticket_values" USING btree ("field_id");--> statement-breakpoint
-- Portals were mere words of the types until now; their own words are written when the app starts.
INSERT INTO "portals" ("key", "name", "intro", "position") SELECT DISTINCT "portal", jsonb_build_object('fr', initcap("portal")), '{"fr":""}'::jsonb, 100 FROM "request_types";--> statement-breakpoint
ALTER TABLE "request_types" ADD CONSTRAINT "request_types_portal_portals_key_fk" FOREIGN KEY ("portal") REFERENCES "public"."portals"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_types" ADD CONSTRAINT "request_types_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_types_portal_idx" ON "request_types" USING btree ("portal","position");--> statement-breakpoint
CREATE INDEX "tickets_type_idx" ON "tickets" USING btree ("type_key","last_activity_at" DESC NULLS LAST);