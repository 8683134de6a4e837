CREATE TABLE "comment_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "comment_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"comment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "comment_events_kind_check" CHECK ("kind" in ('written', 'edited', 'approved', 'rejected', 'marked-spam', 'requeued', 'reported', 'erased'))
);
--> statement-breakpoint
CREATE TABLE "comment_reports" (
	"comment_id" uuid NOT NULL,
	"reporter_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "comment_reports_comment_id_reporter_id_pk" PRIMARY KEY("comment_id","reporter_id"),
	CONSTRAINT "comment_reports_reason_check" CHECK ("reason" in ('advert', 'rude', 'personal-data', 'wrong', 'other'))
);
--> statement-breakpoint
CREATE TABLE "comment_stops" (
	"user_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "comment_stops_user_id_thread_id_pk" PRIMARY KEY("user_id","thread_id")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"article_key" text NOT NULL,
	"locale" text NOT NULL,
	"parent_id" uuid,
	"author_id" uuid NOT NULL,
	"staff" boolean NOT NULL,
	"body_html" text NOT NULL,
	"body_text" text NOT NULL,
	"idempotency_key" uuid,
	"status" text DEFAULT 'waiting' NOT NULL,
	"rejection" text,
	"rejection_words" text,
	"open_reports" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"told_status" text,
	"answer_told_at" timestamp (3) with time zone,
	CONSTRAINT "comments_locale_check" CHECK ("locale" in ('fr', 'en')),
	CONSTRAINT "comments_status_check" CHECK ("status" in ('waiting', 'approved', 'rejected', 'spam', 'erased')),
	CONSTRAINT "comments_rejection_check" CHECK ("rejection" in ('off-topic', 'request', 'personal-data', 'rude', 'repeated', 'other')),
	CONSTRAINT "comments_told_status_check" CHECK ("told_status" in ('waiting', 'approved', 'rejected', 'spam', 'erased'))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "public_name" text DEFAULT 'short' NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_events" ADD CONSTRAINT "comment_events_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_events" ADD CONSTRAINT "comment_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_reporter_id_users_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_stops" ADD CONSTRAINT "comment_stops_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_stops" ADD CONSTRAINT "comment_stops_thread_id_comments_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."comments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_events_comment_idx" ON "comment_events" USING btree ("comment_id","id");--> statement-breakpoint
CREATE INDEX "comments_article_idx" ON "comments" USING btree ("article_key","locale","created_at");--> statement-breakpoint
CREATE INDEX "comments_status_idx" ON "comments" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "comments_author_idx" ON "comments" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_parent_idx" ON "comments" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_idempotency_key" ON "comments" USING btree ("author_id","idempotency_key");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_public_name_check" CHECK ("public_name" in ('short', 'full'));