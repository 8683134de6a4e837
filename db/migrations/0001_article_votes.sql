CREATE TABLE "article_vote_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "article_vote_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"vote_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"verdict" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_vote_events_kind_check" CHECK ("kind" in ('voted', 'changed', 'handled', 'reopened')),
	CONSTRAINT "article_vote_events_verdict_check" CHECK ("verdict" in ('yes', 'partly', 'no'))
);
--> statement-breakpoint
CREATE TABLE "article_votes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_key" text NOT NULL,
	"locale" text NOT NULL,
	"user_id" uuid,
	"reader_hash" text,
	"verdict" text NOT NULL,
	"reason" text,
	"words" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"voted_at" timestamp (3) with time zone NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"handled_by" uuid,
	CONSTRAINT "article_votes_reader_check" CHECK (("article_votes"."user_id" is null) <> ("article_votes"."reader_hash" is null)),
	CONSTRAINT "article_votes_locale_check" CHECK ("locale" in ('fr', 'en')),
	CONSTRAINT "article_votes_verdict_check" CHECK ("verdict" in ('yes', 'partly', 'no')),
	CONSTRAINT "article_votes_reason_check" CHECK ("reason" in ('missing', 'unclear', 'outdated', 'another', 'other'))
);
--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "article_key" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "article_locale" text;--> statement-breakpoint
ALTER TABLE "article_vote_events" ADD CONSTRAINT "article_vote_events_vote_id_article_votes_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."article_votes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_vote_events" ADD CONSTRAINT "article_vote_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_votes" ADD CONSTRAINT "article_votes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_votes" ADD CONSTRAINT "article_votes_handled_by_users_id_fk" FOREIGN KEY ("handled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_vote_events_vote_idx" ON "article_vote_events" USING btree ("vote_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "article_votes_user_key" ON "article_votes" USING btree ("user_id","article_key","locale");--> statement-breakpoint
CREATE UNIQUE INDEX "article_votes_reader_key" ON "article_votes" USING btree ("reader_hash","article_key","locale");--> statement-breakpoint
CREATE INDEX "article_votes_article_idx" ON "article_votes" USING btree ("article_key","locale","voted_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_votes_voted_idx" ON "article_votes" USING btree ("voted_at");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_article_locale_check" CHECK ("article_locale" in ('fr', 'en'));