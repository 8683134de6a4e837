CREATE TABLE "article_reads" (
	"article_key" text NOT NULL,
	"locale" text NOT NULL,
	"week" date NOT NULL,
	"reads" integer NOT NULL,
	CONSTRAINT "article_reads_week_locale_article_key_pk" PRIMARY KEY("week","locale","article_key"),
	CONSTRAINT "article_reads_locale_check" CHECK ("locale" in ('fr', 'en'))
);
--> statement-breakpoint
CREATE INDEX "article_reads_article_idx" ON "article_reads" USING btree ("article_key","locale");