ALTER TABLE "tickets" ADD COLUMN "answered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "waiting_since" timestamp (3) with time zone;--> statement-breakpoint
-- Of what is closed nobody asks any more; the history of everything else is gone through once.
UPDATE "tickets" AS t SET "answered_at" = told.answered_at, "waiting_since" = told.waiting_since
FROM (
  SELECT ticket_id,
    max(at) FILTER (WHERE answers AND id = last_answer) AS answered_at,
    min(at) FILTER (WHERE asks AND id > coalesce(last_answer, 0)) AS waiting_since
  FROM (
    SELECT ticket_id, id, at, answers, asks, max(id) FILTER (WHERE answers) OVER (PARTITION BY ticket_id) AS last_answer
    FROM (
      SELECT e.ticket_id, e.id, e.at,
        e.kind = 'opened' OR (e.kind = 'replied' AND e.data ->> 'side' = 'requester') AS asks,
        ((e.kind = 'replied' AND e.data ->> 'side' = 'agent') OR (e.kind = 'call' AND e.data ->> 'messageId' IS NOT NULL))
          AND NOT EXISTS (SELECT FROM "ticket_messages" m WHERE m.id = (e.data ->> 'messageId')::uuid AND m.withdrawn_at IS NOT NULL) AS answers
      FROM "ticket_events" e JOIN "tickets" o ON o.id = e.ticket_id
      WHERE o.status <> 'closed' AND e.kind IN ('opened', 'replied', 'call')
    ) facts
  ) ranked
  GROUP BY ticket_id
) told
WHERE t.id = told.ticket_id;
