CREATE TABLE "answer_readings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answer_readings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"visit" uuid NOT NULL,
	"device" text,
	"reader_id" uuid,
	"locale" text NOT NULL,
	"surface" text NOT NULL,
	"kind" text NOT NULL,
	"href" text NOT NULL,
	"outcome" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "answer_readings_locale_check" CHECK ("locale" in ('fr', 'en')),
	CONSTRAINT "answer_readings_surface_check" CHECK ("surface" in ('page', 'suggestion', 'palette', 'request')),
	CONSTRAINT "answer_readings_outcome_check" CHECK ("outcome" in ('open', 'asked', 'answered', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "device_requests" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "device_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_queries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"locale" text NOT NULL,
	"surface" text NOT NULL,
	"words" text NOT NULL,
	"typed" text NOT NULL,
	"results" integer NOT NULL,
	"clicked_href" text,
	"clicked_rank" integer,
	CONSTRAINT "search_queries_locale_check" CHECK ("locale" in ('fr', 'en')),
	CONSTRAINT "search_queries_surface_check" CHECK ("surface" in ('page', 'suggestion', 'palette', 'request'))
);
--> statement-breakpoint
ALTER TABLE "answer_readings" ADD CONSTRAINT "answer_readings_reader_id_users_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_readings_at_idx" ON "answer_readings" USING btree ("at");--> statement-breakpoint
CREATE INDEX "answer_readings_open_idx" ON "answer_readings" USING btree ("at") WHERE "answer_readings"."outcome" = 'open';--> statement-breakpoint
CREATE INDEX "device_requests_device_idx" ON "device_requests" USING btree ("device","at");--> statement-breakpoint
CREATE INDEX "search_queries_at_idx" ON "search_queries" USING btree ("at");