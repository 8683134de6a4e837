CREATE TABLE "idea_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "idea_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"idea_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_events_kind_check" CHECK ("kind" in ('proposed', 'edited', 'moved', 'merged', 'unmerged', 'tied', 'untied'))
);
--> statement-breakpoint
CREATE TABLE "idea_requests" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"idea_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_votes" (
	"idea_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idea_votes_idea_id_user_id_pk" PRIMARY KEY("idea_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "ideas_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"title" text NOT NULL,
	"need" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"situation" text DEFAULT '' NOT NULL,
	"rhythm" text,
	"locale" text NOT NULL,
	"author_id" uuid,
	"organisation_id" uuid,
	"idempotency_key" uuid,
	"state" text DEFAULT 'received' NOT NULL,
	"read_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"theme_id" uuid,
	"reason" jsonb,
	"merged_into_id" uuid,
	"votes" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"told_event_id" bigint,
	CONSTRAINT "ideas_rhythm_check" CHECK ("rhythm" in ('daily', 'weekly', 'monthly', 'yearly')),
	CONSTRAINT "ideas_locale_check" CHECK ("locale" in ('fr', 'en')),
	CONSTRAINT "ideas_state_check" CHECK ("state" in ('received', 'reviewed', 'grouped', 'planned', 'shipped', 'declined'))
);
--> statement-breakpoint
ALTER TABLE "search_parts" DROP CONSTRAINT "search_parts_kind_check";--> statement-breakpoint
ALTER TABLE "ticket_events" DROP CONSTRAINT "ticket_events_kind_check";--> statement-breakpoint
ALTER TABLE "request_types" ADD COLUMN "becomes_idea" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "idea_events" ADD CONSTRAINT "idea_events_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_events" ADD CONSTRAINT "idea_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_requests" ADD CONSTRAINT "idea_requests_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_requests" ADD CONSTRAINT "idea_requests_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_votes" ADD CONSTRAINT "idea_votes_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_votes" ADD CONSTRAINT "idea_votes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_into_id_ideas_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_events_idea_idx" ON "idea_events" USING btree ("idea_id","id");--> statement-breakpoint
CREATE INDEX "idea_requests_idea_idx" ON "idea_requests" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "idea_votes_user_idx" ON "idea_votes" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_number_key" ON "ideas" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "ideas_idempotency_key" ON "ideas" USING btree ("author_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "ideas_popular_idx" ON "ideas" USING btree ("state","votes" DESC NULLS LAST,"number" DESC NULLS LAST) WHERE "ideas"."published_at" is not null and "ideas"."merged_into_id" is null;--> statement-breakpoint
CREATE INDEX "ideas_recent_idx" ON "ideas" USING btree ("published_at" DESC NULLS LAST,"number" DESC NULLS LAST) WHERE "ideas"."published_at" is not null and "ideas"."merged_into_id" is null;--> statement-breakpoint
CREATE INDEX "ideas_state_idx" ON "ideas" USING btree ("state","created_at","number");--> statement-breakpoint
CREATE INDEX "ideas_author_idx" ON "ideas" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "ideas_merged_idx" ON "ideas" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "ideas_theme_idx" ON "ideas" USING btree ("theme_id");--> statement-breakpoint
ALTER TABLE "search_parts" ADD CONSTRAINT "search_parts_kind_check" CHECK ("kind" in ('article', 'question', 'release', 'event', 'resource', 'incident', 'theme', 'idea', 'request'));--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_kind_check" CHECK ("kind" in ('opened', 'replied', 'noted', 'moved', 'routed', 'assigned', 'tagged', 'undone', 'graded', 'marked', 'deadline', 'reminded', 'snoozed', 'woken', 'rated', 'linked', 'unlinked', 'merged', 'split', 'asked', 'judged', 'call', 'corrected', 'refiled', 'tied', 'untied', 'incident', 'proposed', 'idea'));--> statement-breakpoint
-- The shipped type says what it always meant to.
UPDATE "request_types" SET "becomes_idea" = true WHERE "key" = 'suggestion';
