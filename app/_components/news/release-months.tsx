import { useTranslations } from 'next-intl';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import { Day, noonOf } from '@/app/_components/articles/day';
import { useFormat } from '@/app/_i18n/use-format';
import { pathOf, type ReleaseNoteEntry } from '@/server/kernel/content';
import { KindBadge } from './kind-badge';

/** Release notes under the month they came out in, newest first. */
export const ReleaseMonths = ({ notes }: { notes: readonly ReleaseNoteEntry[] }) => {
  const format = useFormat();
  const monthOf = (note: ReleaseNoteEntry) => note.date.slice(0, 7);
  return [...new Set(notes.map(monthOf))].map((month) => (
    <section key={month} aria-labelledby={`m${month}`} className="mt-8 first:mt-0 [&+section]:mt-12">
      <h2 id={`m${month}`} className="text-xl first-letter:uppercase">
        {format.dateTime(noonOf(`${month}-15`), { month: 'long', year: 'numeric', timeZone: 'UTC' })}
      </h2>
      <ol className="mt-4 border-t border-line">
        {notes
          .filter((note) => monthOf(note) === month)
          .map((note) => (
            <ReleaseLine key={note.key} note={note} />
          ))}
      </ol>
    </section>
  ));
};

const ReleaseLine = ({ note }: { note: ReleaseNoteEntry }) => {
  const t = useTranslations('news');
  return (
    <li className="group relative grid gap-x-8 gap-y-2 border-b border-line py-6 sm:grid-cols-[9rem_1fr]">
      <p className="text-sm leading-relaxed text-ink-faint sm:pt-1">
        <Day day={note.date} className="block" />
        <span className="tabular">{t('version', { version: note.version })}</span>
      </p>
      <div className="max-w-reading">
        <p className="flex flex-wrap gap-2">
          <KindBadge kind={note.kind} />
          {note.audience === 'public' ? null : <AudienceBadge audience={note.audience} />}
        </p>
        <h3 className="mt-2 text-xl">
          <a href={pathOf(note)} className="stretched no-underline group-hover:text-accent">
            {note.title}
          </a>
        </h3>
        <p className="mt-1.5 text-ink-soft">{note.summary}</p>
      </div>
    </li>
  );
};
