CREATE TABLE "version_readers" (
	"product_version" text NOT NULL,
	"locale" text NOT NULL,
	"week" date NOT NULL,
	"article_key" text NOT NULL,
	"reader" text NOT NULL,
	CONSTRAINT "version_readers_product_version_locale_week_article_key_reader_pk" PRIMARY KEY("product_version","locale","week","article_key","reader"),
	CONSTRAINT "version_readers_locale_check" CHECK ("locale" in ('fr', 'en'))
);
--> statement-breakpoint
CREATE INDEX "version_readers_week_idx" ON "version_readers" USING btree ("week");