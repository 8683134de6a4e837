CREATE TABLE "search_beginnings" (
	"generation" integer NOT NULL,
	"locale" text NOT NULL,
	"audience" text NOT NULL,
	"beginning" text collate "C" NOT NULL,
	"terms" text[] NOT NULL,
	"documents" integer[] NOT NULL,
	CONSTRAINT "search_beginnings_generation_locale_audience_beginning_pk" PRIMARY KEY("generation","locale","audience","beginning")
);
--> statement-breakpoint
DROP INDEX "search_words_keys_idx";--> statement-breakpoint
CREATE INDEX "search_words_keys_idx" ON "search_words" USING gin ("keys") WHERE audience <> 'parties';--> statement-breakpoint
ALTER TABLE "search_postings" SET (toast_tuple_target = 8160);--> statement-breakpoint
ALTER TABLE "search_postings" ALTER COLUMN "data" SET STORAGE EXTERNAL;
