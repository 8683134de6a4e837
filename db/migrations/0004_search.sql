CREATE TABLE "search_documents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_documents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"part" integer NOT NULL,
	"generation" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"locale" text NOT NULL,
	"ticket_id" uuid,
	"href" text NOT NULL,
	"title" text NOT NULL,
	"trail" text[] NOT NULL,
	"keywords" text[] NOT NULL,
	"at" timestamp (3) with time zone,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_generations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_generations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"engine" integer NOT NULL,
	"first_document" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_generations_state_check" CHECK ("state" in ('building', 'current', 'former'))
);
--> statement-breakpoint
CREATE TABLE "search_parts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_parts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"generation" integer NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"audience" text NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "search_parts_kind_check" CHECK ("kind" in ('article', 'question', 'release', 'event', 'resource', 'incident', 'theme', 'request')),
	CONSTRAINT "search_parts_locale_check" CHECK ("locale" in ('fr', 'en')),
	CONSTRAINT "search_parts_audience_check" CHECK ("audience" in ('public', 'customers', 'agents', 'parties'))
);
--> statement-breakpoint
CREATE TABLE "search_postings" (
	"part" integer NOT NULL,
	"term" text collate "C" NOT NULL,
	"block" integer NOT NULL,
	"documents" integer NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "search_postings_part_term_block_pk" PRIMARY KEY("part","term","block")
);
--> statement-breakpoint
CREATE TABLE "search_sections" (
	"document_id" integer NOT NULL,
	"position" integer NOT NULL,
	"heading" text,
	"anchor" text,
	"body" text NOT NULL,
	CONSTRAINT "search_sections_document_id_position_pk" PRIMARY KEY("document_id","position")
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"locale" text NOT NULL,
	"words" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_synonyms_locale_check" CHECK ("locale" in ('fr', 'en'))
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"generation" integer NOT NULL,
	"locale" text NOT NULL,
	"audience" text NOT NULL,
	"word" text collate "C" NOT NULL,
	"term" text NOT NULL,
	"shown" text NOT NULL,
	"documents" integer NOT NULL,
	"keys" text[] NOT NULL,
	CONSTRAINT "search_words_generation_locale_audience_word_pk" PRIMARY KEY("generation","locale","audience","word")
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_part_search_parts_id_fk" FOREIGN KEY ("part") REFERENCES "public"."search_parts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_parts" ADD CONSTRAINT "search_parts_generation_search_generations_id_fk" FOREIGN KEY ("generation") REFERENCES "public"."search_generations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_sections" ADD CONSTRAINT "search_sections_document_id_search_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."search_documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_key" ON "search_documents" USING btree ("generation","kind","key","locale");--> statement-breakpoint
CREATE INDEX "search_documents_ticket_idx" ON "search_documents" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "search_documents_part_idx" ON "search_documents" USING btree ("part");--> statement-breakpoint
CREATE UNIQUE INDEX "search_parts_key" ON "search_parts" USING btree ("generation","kind","locale","audience");--> statement-breakpoint
CREATE INDEX "search_words_keys_idx" ON "search_words" USING gin ("keys");