import type { IncidentStory } from '@/db/incidents/queries';
import { LOCALES } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { IndexDocument } from '@/domain/search/documents';
import { hashOfDocument } from './hash';

/** An incident in each language: its title and what was told of it. */
export const incidentDocuments = (incident: IncidentStory): IndexDocument[] =>
  LOCALES.map((locale) =>
    hashOfDocument({
      kind: 'incident',
      key: incident.id,
      locale,
      audience: 'public',
      ticketId: null,
      href: `/${locale}/status/incidents/${incident.id}`,
      title: inLocale(incident.title, locale),
      trail: [],
      keywords: [],
      at: incident.startedAt,
      sections: [
        {
          heading: null,
          anchor: null,
          body: incident.updates.map(({ body }) => inLocale(body, locale)).join(' · '),
        },
      ],
    }),
  );
