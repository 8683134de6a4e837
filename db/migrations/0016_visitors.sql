CREATE TABLE "blocked_senders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"pattern" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"added_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "blocked_senders_kind_check" CHECK ("kind" in ('address', 'domain'))
);
--> statement-breakpoint
CREATE TABLE "unconfirmed_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"input" jsonb NOT NULL,
	"idempotency_key" uuid,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ticket_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unconfirmed_requests_locale_check" CHECK ("locale" in ('fr', 'en'))
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "blocked_senders" ADD CONSTRAINT "blocked_senders_added_by_users_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unconfirmed_requests" ADD CONSTRAINT "unconfirmed_requests_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blocked_senders_pattern_key" ON "blocked_senders" USING btree ("pattern");--> statement-breakpoint
CREATE UNIQUE INDEX "unconfirmed_requests_hash_key" ON "unconfirmed_requests" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "unconfirmed_requests_idempotency_key" ON "unconfirmed_requests" USING btree ("email","idempotency_key");--> statement-breakpoint
CREATE INDEX "unconfirmed_requests_email_idx" ON "unconfirmed_requests" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "unconfirmed_requests_expiry_idx" ON "unconfirmed_requests" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "unconfirmed_requests_ticket_idx" ON "unconfirmed_requests" USING btree ("ticket_id");