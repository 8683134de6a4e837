DROP INDEX "search_parts_key";--> statement-breakpoint
ALTER TABLE "search_parts" ADD COLUMN "alone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "search_parts_key" ON "search_parts" USING btree ("generation","kind","locale","audience","alone");