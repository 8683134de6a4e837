-- Two posts at once could keep two views of one name. The one kept last stays as it is, as if it had replaced the other: the
-- same view kept twice goes, and one that shows something else gets a number.
DELETE FROM "desk_views" "double" USING "desk_views" "later"
WHERE "later"."owner_id" = "double"."owner_id" AND lower("later"."name") = lower("double"."name")
  AND "later"."address" = "double"."address" AND "later"."shared" = "double"."shared"
  AND ("later"."created_at", "later"."id") > ("double"."created_at", "double"."id");--> statement-breakpoint
DO $$ BEGIN
  WHILE EXISTS (SELECT 1 FROM "desk_views" GROUP BY "owner_id", lower("name") HAVING count(*) > 1) LOOP
    UPDATE "desk_views" SET "name" = "desk_views"."name" || ' (' || "ranked"."place" || ')'
    FROM (
      SELECT "id", row_number() OVER (PARTITION BY "owner_id", lower("name") ORDER BY "created_at" DESC, "id" DESC) AS "place"
      FROM "desk_views"
    ) "ranked"
    WHERE "ranked"."id" = "desk_views"."id" AND "ranked"."place" > 1;
  END LOOP;
END $$;--> statement-breakpoint
DROP INDEX "desk_views_owner_idx";--> statement-breakpoint
CREATE UNIQUE INDEX "desk_views_name_key" ON "desk_views" USING btree ("owner_id",lower("name"));
