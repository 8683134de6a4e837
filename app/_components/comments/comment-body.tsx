/** What somebody wrote: HTML that was sanitised on the way in (`server/kernel/bodies.ts`), shown as it is. */
export const CommentBody = ({ html }: { html: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: bodies are sanitised by an allow-list before they are stored
  <div className="prose prose-compact wrap-anywhere" dangerouslySetInnerHTML={{ __html: html }} />
);
