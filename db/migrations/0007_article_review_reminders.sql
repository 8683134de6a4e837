CREATE TABLE "article_review_reminders" (
	"article_key" text NOT NULL,
	"locale" text NOT NULL,
	"period" date NOT NULL,
	"reminded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_review_reminders_article_key_locale_period_pk" PRIMARY KEY("article_key","locale","period"),
	CONSTRAINT "article_review_reminders_locale_check" CHECK ("locale" in ('fr', 'en'))
);
