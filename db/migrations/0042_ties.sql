CREATE TABLE "incident_tellings" (
	"update_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incident_tellings_update_id_user_id_pk" PRIMARY KEY("update_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_incidents" (
	"ticket_id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_incidents_ticket_id_incident_id_pk" PRIMARY KEY("ticket_id","incident_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_themes" (
	"ticket_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_themes_ticket_id_theme_id_pk" PRIMARY KEY("ticket_id","theme_id")
);
--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "incident_tellings" ADD CONSTRAINT "incident_tellings_update_id_incident_updates_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."incident_updates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_tellings" ADD CONSTRAINT "incident_tellings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_incidents" ADD CONSTRAINT "ticket_incidents_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_incidents" ADD CONSTRAINT "ticket_incidents_incident_id_incidents_id_fk" FOREIGN KEY ("incident_id") REFERENCES "public"."incidents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_incidents" ADD CONSTRAINT "ticket_incidents_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_themes" ADD CONSTRAINT "ticket_themes_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_themes" ADD CONSTRAINT "ticket_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_themes" ADD CONSTRAINT "ticket_themes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ticket_incidents_incident_idx" ON "ticket_incidents" USING btree ("incident_id","ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_themes_theme_idx" ON "ticket_themes" USING btree ("theme_id","ticket_id");--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("kind" in ('opened', 'replied', 'noted', 'moved', 'routed', 'assigned', 'tagged', 'undone', 'graded', 'marked', 'deadline', 'reminded', 'snoozed', 'woken', 'rated', 'linked', 'unlinked', 'merged', 'split', 'asked', 'judged', 'call', 'corrected', 'refiled', 'tied', 'untied', 'incident', 'proposed'));