import { useTranslations } from 'next-intl';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import {
  DESK_SORTS,
  type DeskFilter,
  type DeskSort,
  DUE_WINDOWS,
  narrowingParts,
  OPENED_BY,
  REPRODUCED,
  withoutPart,
} from '@/domain/tickets/desk-list';
import { CLOSING_REASONS } from '@/domain/tickets/moves';
import { RATINGS } from '@/domain/tickets/rating';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { TAG_LIMITS } from '@/domain/tickets/tags';
import { VERDICTS } from '@/domain/tickets/verdict';
import { Button } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { TextLink } from '../ui/text-link';
import { deskHref } from './address';
import { TagInput } from './tag-input';
import { useTieOptions } from './tie-options';

type Option = { value: string; label: string };

/** What one can choose from. */
export type DeskChoices = {
  teams: RouterOutputs['teams']['list'];
  levels: RouterOutputs['tickets']['levels'];
  types: RouterOutputs['tickets']['types'];
  tieable: RouterOutputs['tickets']['tieable'];
};

type DeskFilterProps = {
  base: string;
  locale: Locale;
  filter: DeskFilter;
  sort: DeskSort;
  choices: DeskChoices;
};

/** What the filter names, where it is not among what is offered, and what is offered. */
const withNamed = <Row extends { id: string }>(named: readonly Row[], rows: readonly Row[]): Row[] => [
  ...named.filter(({ id }) => !rows.some((row) => row.id === id)),
  ...rows,
];

/** The options of each part of the filter that is chosen from a list. */
const useOptions = ({ locale, choices }: Pick<DeskFilterProps, 'locale' | 'choices'>) => {
  const t = useTranslations('desk.filter');
  const tStatus = useTranslations('tickets.status');
  const tVerdict = useTranslations('tickets.verdict');
  const tClosing = useTranslations('tickets.closing');
  const tRating = useTranslations('tickets.rating');
  const ties = useTieOptions();
  const { named, incidents, themes } = choices.tieable;
  const portals = new Map(choices.types.map(({ portal }) => [portal.key, portal.name]));
  return {
    status: [
      ...(['open', 'all'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
      ...TICKET_STATUSES.map((value) => ({ value, label: deskStatusWord(tStatus, value) })),
    ],
    team: [
      { value: 'mine', label: t('team.mine') },
      { value: 'none', label: t('team.none') },
      ...choices.teams.teams.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
    ],
    assignee: [
      { value: 'me', label: t('assignee.me') },
      { value: 'none', label: t('assignee.none') },
      ...choices.teams.people.map(({ id, name }) => ({ value: id, label: name })),
    ],
    level: [
      ...choices.levels.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
      { value: 'none', label: t('level.none') },
    ],
    type: choices.types.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
    verdict: [
      ...VERDICTS.map((value) => ({ value, label: tVerdict(value) })),
      { value: 'none', label: t('verdict.none') },
    ],
    incident: ties.incidents(withNamed(named.incidents, incidents.rows)),
    theme: ties.themes(withNamed(named.themes, themes.rows), 'key'),
    due: DUE_WINDOWS.map((value) => ({ value, label: t(`due.${value}`) })),
    portal: [...portals].map(([value, name]) => ({ value, label: inLocale(name, locale) })),
    reason: CLOSING_REASONS.map((value) => ({ value, label: tClosing(`${value}.label`) })),
    rating: [...RATINGS.map((value) => ({ value, label: tRating(value) })), { value: 'none', label: t('rating.none') }],
    reproduced: REPRODUCED.map((value) => ({ value, label: t(`reproduced.${value}`) })),
    openedBy: OPENED_BY.map((value) => ({ value, label: t(`openedBy.${value}`) })),
  } satisfies Partial<Record<keyof DeskFilter, Option[]>>;
};

type ChoiceProps = {
  name: string;
  /** Its name in addresses, where that is another. */
  as?: string;
  options: Option[];
  value: string;
  any?: string;
};

const Choice = ({ name, as = name, options, value, any }: ChoiceProps) => {
  const t = useTranslations('desk.filter');
  return (
    <Field id={`filter-${name}`} label={t(`${name}.label`)} className="min-w-0">
      {({ required: _, ...wiring }) => (
        <Select {...wiring} name={as} options={options} placeholder={any} defaultValue={value} />
      )}
    </Field>
  );
};

/** What narrows the list now, each part with a way to drop it. */
const Narrowed = ({ base, filter, sort, options }: DeskFilterProps & { options: ReturnType<typeof useOptions> }) => {
  const t = useTranslations('desk.filter');
  const parts = narrowingParts(filter);
  if (parts.length === 0 && filter.text === undefined) return null;
  const shown = (part: keyof DeskFilter): string => {
    const value = filter[part];
    if (value === undefined || value === true) return '';
    const known = part in options ? options[part as keyof typeof options] : [];
    return known.find((option) => option.value === value)?.label ?? value;
  };
  return (
    <ul aria-label={t('narrowed')} className="flex flex-wrap items-center gap-2">
      {parts.map((part) => (
        <li key={part}>
          <a
            href={deskHref(base, withoutPart(filter, part), sort)}
            className="inline-flex h-7 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-2.5 text-xs font-medium no-underline hover:bg-hover"
          >
            <span className="sr-only">{t('drop')} </span>
            <span>
              {t(`${part}.label`)}
              {shown(part) ? t('is', { value: shown(part) }) : ''}
            </span>
            <Icon name="x" size={13} />
          </a>
        </li>
      ))}
      <li>
        <TextLink href={base}>{t('clear')}</TextLink>
      </li>
    </ul>
  );
};

/** Asked for now and then: folded away until one of them narrows the list. */
const SELDOM = [
  'incident',
  'theme',
  'portal',
  'release',
  'partner',
  'reason',
  'rating',
  'reproduced',
  'openedBy',
] as const satisfies readonly (keyof DeskFilter)[];

const Piece = ({ name, value }: { name: 'release' | 'partner'; value: string | undefined }) => {
  const t = useTranslations('desk.filter');
  return (
    <Field id={`filter-${name}`} label={t(`${name}.label`)} className="min-w-0">
      {({ required: _, ...wiring }) => <Input {...wiring} name={name} defaultValue={value} maxLength={200} />}
    </Field>
  );
};

const Seldom = ({ filter, options }: { filter: DeskFilter; options: ReturnType<typeof useOptions> }) => {
  const t = useTranslations('desk.filter');
  return (
    <details className="col-span-full" open={SELDOM.some((part) => filter[part] !== undefined)}>
      <summary className="w-fit cursor-pointer text-sm font-semibold">{t('more')}</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Choice name="incident" options={options.incident} value={filter.incident ?? ''} any={t('any')} />
        <Choice name="theme" options={options.theme} value={filter.theme ?? ''} any={t('any')} />
        <Choice name="portal" options={options.portal} value={filter.portal ?? ''} any={t('any')} />
        <Piece name="release" value={filter.release} />
        <Piece name="partner" value={filter.partner} />
        <Choice name="reason" options={options.reason} value={filter.reason ?? ''} any={t('any')} />
        <Choice name="rating" options={options.rating} value={filter.rating ?? ''} any={t('any')} />
        <Choice name="reproduced" options={options.reproduced} value={filter.reproduced ?? ''} any={t('any')} />
        <Choice name="openedBy" as="by" options={options.openedBy} value={filter.openedBy ?? ''} any={t('any')} />
      </div>
    </details>
  );
};

/** Searches, narrows and sorts the list; a plain GET, so that what one sees has an address. */
export const DeskFilterForm = (props: DeskFilterProps) => {
  const { filter, sort } = props;
  const t = useTranslations('desk.filter');
  const options = useOptions(props);
  const active = narrowingParts(filter).length;
  return (
    <search className="grid gap-3">
      {/* Gone back to, it says what the list shows: browsers would put in again what was chosen after that. */}
      <form className="grid gap-3" action={props.base} autoComplete="off">
        <div className="flex flex-wrap items-end gap-3">
          <Field id="filter-q" label={t('text.label')} hideLabel className="min-w-0 flex-1 basis-60">
            {({ required: _, ...wiring }) => (
              <Input
                {...wiring}
                type="search"
                name="q"
                defaultValue={filter.text}
                maxLength={200}
                placeholder={t('text.placeholder')}
              />
            )}
          </Field>
          <Field id="filter-sort" label={t('sort.label')} hideLabel className="min-w-0 flex-1 basis-40 sm:max-w-52">
            {({ required: _, ...wiring }) => (
              <Select
                {...wiring}
                name="sort"
                defaultValue={sort}
                options={DESK_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
              />
            )}
          </Field>
          <Button type="submit" icon="search">
            {t('submit')}
          </Button>
        </div>
        <details className="group/filter">
          <summary className="inline-flex w-fit cursor-pointer items-center gap-2 text-sm font-semibold">
            <Icon name="filter" size={16} />
            {t('title')}
            {active > 0 ? (
              <span className="tabular font-normal text-ink-soft">{t('active', { count: active })}</span>
            ) : null}
          </summary>
          <div className="mt-3 grid gap-4 rounded-lg border border-line bg-sunken p-4 sm:grid-cols-2 xl:grid-cols-4">
            <Choice name="status" options={options.status} value={filter.status} />
            <Choice name="team" options={options.team} value={filter.team ?? ''} any={t('any')} />
            <Choice name="assignee" options={options.assignee} value={filter.assignee ?? ''} any={t('any')} />
            <Choice name="level" options={options.level} value={filter.level ?? ''} any={t('any')} />
            <Choice name="type" options={options.type} value={filter.type ?? ''} any={t('any')} />
            <Choice name="verdict" options={options.verdict} value={filter.verdict ?? ''} any={t('any')} />
            <Choice name="due" options={options.due} value={filter.due ?? ''} any={t('any')} />
            <Field id="filter-requester" label={t('requester.label')} className="min-w-0">
              {({ required: _, ...wiring }) => (
                <Input
                  {...wiring}
                  name="requester"
                  defaultValue={filter.requester}
                  maxLength={200}
                  placeholder={t('requester.placeholder')}
                />
              )}
            </Field>
            <Field id="filter-organisation" label={t('organisation.label')} className="min-w-0">
              {({ required: _, ...wiring }) => (
                <Input {...wiring} name="organisation" defaultValue={filter.organisation} maxLength={200} />
              )}
            </Field>
            <Field id="filter-tag" label={t('tag.label')} className="min-w-0">
              {({ required: _, ...wiring }) => (
                <TagInput {...wiring} name="tag" defaultValue={filter.tag} maxLength={TAG_LIMITS.length} />
              )}
            </Field>
            <Field id="filter-from" label={t('from.label')} className="min-w-0">
              {({ required: _, ...wiring }) => <Input {...wiring} type="date" name="from" defaultValue={filter.from} />}
            </Field>
            <Field id="filter-until" label={t('until.label')} className="min-w-0">
              {({ required: _, ...wiring }) => (
                <Input {...wiring} type="date" name="until" defaultValue={filter.until} />
              )}
            </Field>
            <Seldom filter={filter} options={options} />
            <Checkbox
              id="filter-asleep"
              name="asleep"
              value="1"
              label={t('asleep.label')}
              defaultChecked={filter.asleep === true}
              className="self-end pb-2"
            />
            <Checkbox
              id="filter-recap"
              name="recap"
              value="1"
              label={t('recap.label')}
              defaultChecked={filter.recap === true}
              className="self-end pb-2"
            />
            <Button type="submit" className="self-end justify-self-start">
              {t('apply')}
            </Button>
          </div>
        </details>
      </form>
      <Narrowed {...props} options={options} />
    </search>
  );
};
