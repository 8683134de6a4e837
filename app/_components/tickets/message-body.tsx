/** A body from the database: HTML that was sanitised on the way in (`server/kernel/bodies.ts`), shown as it is. */
export const MessageBody = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: bodies are sanitised by an allow-list before they are stored
  <div className="prose prose-compact typed wrap-anywhere" dangerouslySetInnerHTML={{ __html: html }} />
);
