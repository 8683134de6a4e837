import '../../../globals.css';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Accordion } from '@/app/_components/ui/accordion';
import { Avatar } from '@/app/_components/ui/avatar';
import { Badge } from '@/app/_components/ui/badge';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { Card, LinkCard } from '@/app/_components/ui/card';
import { Checkbox } from '@/app/_components/ui/checkbox';
import { DetailsList } from '@/app/_components/ui/details-list';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Field } from '@/app/_components/ui/field';
import { Finder } from '@/app/_components/ui/finder';
import { Icon } from '@/app/_components/ui/icon';
import { ICONS, type IconName } from '@/app/_components/ui/icons';
import { Input } from '@/app/_components/ui/input';
import { Menu, MenuButton, MenuLink } from '@/app/_components/ui/menu';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { Pagination } from '@/app/_components/ui/pagination';
import { Progress } from '@/app/_components/ui/progress';
import { RadioGroup } from '@/app/_components/ui/radio-group';
import { Section } from '@/app/_components/ui/section';
import { Select } from '@/app/_components/ui/select';
import { Skeleton } from '@/app/_components/ui/skeleton';
import { Stat } from '@/app/_components/ui/stat';
import { StatusDot } from '@/app/_components/ui/status-dot';
import { Step, Steps } from '@/app/_components/ui/steps';
import { SubNav } from '@/app/_components/ui/subnav';
import { RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { TextLink } from '@/app/_components/ui/text-link';
import { Textarea } from '@/app/_components/ui/textarea';
import { ExactTime, RelativeTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import { TONES } from '@/app/_components/ui/tone';
import { Floating } from './floating';

const NOW = new Date('2026-11-20T10:00:00Z');
const EARLIER = new Date('2026-11-17T08:12:00Z');
const SAMPLE = 'Camille Roux';

const Block = ({ name, children }: { name: string; children: ReactNode }) => (
  <Section id={name} title={name} className="border-t border-line pt-8">
    <div className="grid gap-6">{children}</div>
  </Section>
);

const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-3">{children}</div>
);

/** All components on one page, to look at while working on them. Development only. */
export default async function GalleryPage(props: { params: Promise<{ locale: string }> }) {
  if (process.env.NODE_ENV === 'production') notFound();
  setRequestLocale((await props.params).locale);
  const here = '#gallery';
  return (
    <main className="page-gutter mx-auto grid max-w-page gap-12 py-12">
      <PageHeader
        above={
          <Breadcrumb
            items={[
              { href: here, label: 'Design' },
              { href: `${here}-2`, label: 'Components' },
            ]}
          />
        }
        title="Gallery"
        lead="Everything the pages are made of."
        meta={
          <>
            <RelativeTime at={EARLIER} now={NOW} /> <ExactTime at={EARLIER} /> <ExactTime at={EARLIER} hour />
          </>
        }
        actions={<Button variant="primary">Action</Button>}
      />
      <Block name="Buttons">
        {(['sm', 'md', 'lg'] as const).map((size) => (
          <Row key={size}>
            <Button size={size} variant="primary" icon="check">
              Primary
            </Button>
            <Button size={size}>Secondary</Button>
            <Button size={size} variant="quiet" iconEnd="chevron-down">
              Quiet
            </Button>
            <Button size={size} variant="danger" icon="trash">
              Danger
            </Button>
            <Button size={size} disabled>
              Disabled
            </Button>
            <Button size={size} square icon="settings" aria-label="Settings" />
            <LinkButton size={size} href={here} iconEnd="arrow-right">
              Link
            </LinkButton>
          </Row>
        ))}
        <Row>
          <TextLink href={here}>Text link</TextLink>
          <TextLink href={here} quiet>
            Quiet link
          </TextLink>
          <Menu id="sample-menu" trigger="Menu" align="start">
            <MenuLink href={here} icon="user">
              Profile
            </MenuLink>
            <MenuButton icon="log-out">Sign out</MenuButton>
          </Menu>
        </Row>
        <NextIntlClientProvider>
          <Floating />
        </NextIntlClientProvider>
      </Block>
      <Block name="Fields">
        <div className="grid gap-8 md:grid-cols-2">
          <div className="grid content-start gap-5">
            <Field id="g-name" label="Name" hint="As on your card">
              {(wiring) => <Input {...wiring} defaultValue={SAMPLE} />}
            </Field>
            <Field id="g-mail" label="E-mail" error="This address has no @">
              {(wiring) => <Input {...wiring} type="email" defaultValue="camille" />}
            </Field>
            <Field id="g-type" label="Type" optional>
              {(wiring) => (
                <Select {...wiring} placeholder="…" options={TONES.map((value) => ({ value, label: value }))} />
              )}
            </Field>
            <Field id="g-text" label="Description">
              {(wiring) => <Textarea {...wiring} placeholder="Placeholder" />}
            </Field>
          </div>
          <div className="grid content-start gap-5">
            <RadioGroup
              name="g-radio"
              legend="Question"
              hint="One answer"
              error="Choose one"
              options={[
                { value: 'a', label: 'First', hint: 'What the first means' },
                { value: 'b', label: 'Second' },
              ]}
              defaultValue="a"
            />
            <Checkbox id="g-check" label="Keep me signed in" hint="For 30 days" defaultChecked />
            <div className="dense grid gap-3">
              <Field id="g-dense" label="Dense" hideLabel>
                {(wiring) => <Input {...wiring} placeholder="Dense" />}
              </Field>
            </div>
          </div>
        </div>
      </Block>
      <Block name="Tones">
        <Row>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} icon="circle-dot">
              {tone}
            </Badge>
          ))}
        </Row>
        <Row>
          {TONES.map((tone) => (
            <span key={tone} className="flex items-center gap-2">
              <StatusDot tone={tone} live={tone === 'danger'} /> {tone}
            </span>
          ))}
        </Row>
        <div className="grid gap-3 md:grid-cols-2">
          {TONES.map((tone) => (
            <Callout key={tone} tone={tone} title={tone}>
              <p>
                A callout with <a href={here}>another page</a>.
              </p>
            </Callout>
          ))}
        </div>
      </Block>
      <Block name="Things">
        <div className="grid gap-4 md:grid-cols-3">
          <LinkCard href={here} title="Link card" icon="users" meta="6 articles">
            <p>What one finds there.</p>
          </LinkCard>
          <Card>
            <DetailsList
              rows={[
                { label: 'Status', value: <Badge tone="info">open</Badge> },
                { label: 'Person', value: SAMPLE },
              ]}
            />
          </Card>
          <EmptyState icon="inbox" title="Empty" heading="h3" actions={<Button size="sm">Action</Button>}>
            What would be here.
          </EmptyState>
        </div>
        <SubNav
          label="Views"
          items={[
            { href: here, label: 'Open', current: true, count: 12 },
            { href: `${here}-2`, label: 'Closed', count: 340 },
          ]}
        />
        <Table label="Requests">
          <thead>
            <tr>
              <Th>Subject</Th>
              <Th>Status</Th>
            </tr>
          </thead>
          <tbody>
            <RowLink>
              <Td>
                <a href={here} className="stretched">
                  A row that leads somewhere
                </a>
              </Td>
              <Td>
                <Badge tone="warning">waiting</Badge>
              </Td>
            </RowLink>
          </tbody>
        </Table>
        <Finder label="Look for somebody" text="" />
        <PageTurner base={here} previous="1" next="2" />
        <Pagination page={2} pages={7} href={(page) => `?page=${page}`} />
        <Row>
          <Avatar name={SAMPLE} size="sm" />
          <Avatar name={SAMPLE} />
          <Avatar name={SAMPLE} size="lg" staff />
          <Skeleton className="h-4 w-40" />
        </Row>
        <Progress label="Progress" value={3} max={5} words="3/5" className="max-w-form" />
        <dl className="grid grid-cols-3 gap-6">
          <Stat label="Requests" value="1 284" note="+12" />
        </dl>
      </Block>
      <Block name="Text">
        <article className="prose">
          <p>
            Un texte avec <a href={here}>un lien</a>, du <strong>gras</strong>, de l’<em>italique</em>, du{' '}
            <code>code</code> et <kbd>Ctrl</kbd> + <kbd>K</kbd>.
          </p>
          <h2 id="g-h2">
            Titre
            <a className="anchor" href="#g-h2" aria-label="#">
              #
            </a>
          </h2>
          <ul>
            <li>Premier</li>
            <li>Second</li>
          </ul>
          <Steps>
            <Step title="Ouvrir">
              <p>Adhérents, puis Importer.</p>
            </Step>
            <Step title="Choisir" />
          </Steps>
          <blockquote>Citation</blockquote>
          <pre>
            <code>numero;nom;prenom</code>
          </pre>
          <Accordion title="Accordion">
            <p>Ouvert.</p>
          </Accordion>
          <Timeline label="Timeline">
            <TimelineItem tone="positive" title="Resolved" when={<RelativeTime at={EARLIER} now={NOW} />}>
              <p>Done.</p>
            </TimelineItem>
            <TimelineItem tone="warning" title="Identified" when={<ExactTime at={EARLIER} hour />} />
          </Timeline>
        </article>
      </Block>
      <Block name="Icons">
        <Row>
          {(Object.keys(ICONS) as IconName[]).map((name) => (
            <Icon key={name} name={name} />
          ))}
        </Row>
      </Block>
    </main>
  );
}
