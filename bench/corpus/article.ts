import { hyphenated } from '@/domain/articles/anchors';
import { type Draw, drawing } from './seeded';
import { AUTHORS, CASES, FACTS, MENUS, REASONS, REMEDIES, ROLES, THINGS, VERBS } from './words';

/** Where an article of the corpus stands; everything else follows from its number. */
export type Placed = { number: number; slug: string; key: string; title: string; collection: string; section: string };

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A title for each number: verb, thing and case first, and the number once all of those have been used. */
export const titleOf = (number: number): string => {
  const verb = VERBS[number % VERBS.length] ?? '';
  const thing = THINGS[Math.floor(number / VERBS.length) % THINGS.length]?.one ?? '';
  const round = Math.floor(number / (VERBS.length * THINGS.length));
  const which = CASES[round % CASES.length] ?? '';
  const edition = Math.floor(round / CASES.length);
  return `${verb} ${thing} ${which}${edition > 0 ? ` (${edition + 1})` : ''}`;
};

export const slugOf = (number: number): string => hyphenated(titleOf(number));

const sentence = (draw: Draw): string => {
  const thing = draw.one(THINGS);
  switch (draw.between(0, 5)) {
    case 0:
      return `Ouvrez **${draw.one(MENUS)}**, puis choisissez ${thing.one} dans la liste.`;
    case 1:
      return `${capital(draw.one(ROLES))} peut ${draw.one(VERBS).toLowerCase()} ${thing.one} ${draw.one(CASES)}.`;
    case 2:
      return `Pour ${draw.between(2, 480)} ${thing.many}, comptez environ ${draw.between(2, 55)} minutes.`;
    case 3:
      return `Si ${draw.one(REASONS)}, ${thing.one} n’est pas enregistrée et un message vous le dit.`;
    default:
      return draw.one(FACTS);
  }
};

const paragraph = (draw: Draw): string => Array.from({ length: draw.between(3, 6) }, () => sentence(draw)).join(' ');

const table = (draw: Draw): string => {
  const rows = Array.from(
    { length: draw.between(3, 7) },
    () => `| ${capital(draw.one(REASONS))} | ${draw.one(REMEDIES)} | ${capital(draw.one(ROLES))} |`,
  );
  return ['| Motif | Que faire | Qui peut le faire |', '| --- | --- | --- |', ...rows].join('\n');
};

const steps = (draw: Draw): string => {
  const step = () => `<Step title="${draw.one(VERBS)} ${draw.one(THINGS).one}">\n\n${paragraph(draw)}\n\n</Step>`;
  return `<Steps>\n\n${Array.from({ length: draw.between(3, 5) }, step).join('\n\n')}\n\n</Steps>`;
};

const callout = (draw: Draw): string =>
  `<Callout kind="${draw.one(['info', 'tip', 'warning', 'danger'])}" title="${draw.one(['À savoir', 'Conseil', 'Attention'])}">\n\n${paragraph(draw)}\n\n</Callout>`;

const accordion = (draw: Draw): string =>
  `<Accordion title="${capital(draw.one(REASONS))}">\n\n${paragraph(draw)}\n\n</Accordion>`;

const picture = (draw: Draw, pictures: number): string =>
  `<Screenshot src="/media/corpus/ecran-${draw.between(1, pictures)}.svg" alt="${capital(draw.one(THINGS).one)} dans le menu ${draw.one(MENUS)}" caption="${draw.one(MENUS)}, vue de ${draw.one(ROLES)}." />`;

const list = (draw: Draw): string =>
  Array.from({ length: draw.between(3, 6) }, () => `- ${draw.one(FACTS)}`).join('\n');

type Surroundings = { pictures: number; link: (draw: Draw) => string };

const BLOCKS = [table, steps, callout, accordion, list];

const bodyOf = (draw: Draw, { pictures, link }: Surroundings): string => {
  const blocks = [paragraph(draw)];
  const wanted = draw.between(300, 900);
  let words = 0;
  for (let part = 1; words < wanted; part += 1) {
    blocks.push(`## ${draw.one(VERBS)} ${draw.one(THINGS).one} ${draw.one(CASES)}`);
    blocks.push(`${paragraph(draw)} Voir aussi ${link(draw)}.`);
    blocks.push(draw.one(BLOCKS)(draw));
    if (part % 2 === 1) blocks.push(picture(draw, pictures));
    words = blocks.join(' ').split(/\s+/).length;
  }
  return blocks.join('\n\n');
};

const day = (draw: Draw, from: number, to: number): string =>
  `2026-${String(draw.between(from, to)).padStart(2, '0')}-${String(draw.between(1, 28)).padStart(2, '0')}`;

/** The whole file of one article, the same for the same number and seed. */
export const articleFile = (placed: Placed, seed: number, around: Surroundings): string => {
  const draw = drawing(seed * 100_003 + placed.number);
  return `---
key: ${placed.key}
title: ${placed.title}
lead: ${draw.one(FACTS).replaceAll(' : ', ', ')}
section: ${placed.section}
order: ${(placed.number + 1) * 10}
author: ${draw.one(AUTHORS)}
publishedOn: ${day(draw, 1, 3)}
changedOn: ${day(draw, 4, 7)}
reviewedOn: ${day(draw, 8, 10)}
keywords: [${hyphenated(draw.one(THINGS).one)}, ${hyphenated(draw.one(THINGS).many)}]
---

${bodyOf(draw, around)}
`;
};
