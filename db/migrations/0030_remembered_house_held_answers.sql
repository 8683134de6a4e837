CREATE INDEX "ticket_messages_held_idx" ON "ticket_messages" USING btree ("ticket_id","held_until") WHERE "ticket_messages"."held_until" is not null;--> statement-breakpoint
-- What says how the house works is remembered by every process: these tables tell when it changes. Turns of round robin, which change with each request, and accounts of customers are left out.
CREATE FUNCTION "guichet_house_changed"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('guichet_house', ''); RETURN NULL; END $$;--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "settings" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "criticality_levels" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "calendars" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "policies" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "policy_targets" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "portals" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "request_types" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "request_fields" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "canned_replies" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "tags" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "absences" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OF "name", "level", "active", "round_robin" OR DELETE OR TRUNCATE ON "teams" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER INSERT OR UPDATE OF "team_id", "user_id", "takes_turns" OR DELETE OR TRUNCATE ON "team_members" FOR EACH STATEMENT EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_grew" AFTER INSERT ON "users" FOR EACH ROW WHEN (NEW."role" <> 'customer') EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_changed" AFTER UPDATE OF "name", "role", "time_zone", "deactivated_at" ON "users" FOR EACH ROW WHEN (OLD."role" <> 'customer' OR NEW."role" <> 'customer') EXECUTE FUNCTION "guichet_house_changed"();--> statement-breakpoint
CREATE TRIGGER "house_shrank" AFTER DELETE ON "users" FOR EACH ROW WHEN (OLD."role" <> 'customer') EXECUTE FUNCTION "guichet_house_changed"();
