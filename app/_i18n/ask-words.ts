import type { AbstractIntlMessages } from 'next-intl';

declare global {
  /** The words of each language and place, as their scripts (`client-words.ts`) and the server put them there. */
  var guichetWords: Readonly<Record<string, AbstractIntlMessages>> | undefined;
}

const AGAIN_MS = 3_000;

const asked = new Map<string, Promise<AbstractIntlMessages>>();

const askFor = (name: string, src: string): Promise<AbstractIntlMessages> =>
  new Promise((done, fail) => {
    const load = () => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = () => {
        const come = globalThis.guichetWords?.[name];
        if (come) done(come);
        else fail(new Error(`${src} holds no words named ${name}`));
      };
      script.onerror = () => {
        script.remove();
        setTimeout(load, AGAIN_MS);
      };
      document.head.append(script);
    };
    load();
  });

/**
 * Asks for words whose script did not run before: that of a page which came without being loaded, or a second try. While the line
 * is down it goes on trying: until then the page stands as it came and works as it does without scripts, where a failure would take
 * it away with all that is typed in it.
 */
export const askWords = (name: string, src: string): Promise<AbstractIntlMessages> => {
  const words = asked.get(name) ?? askFor(name, src);
  asked.set(name, words);
  return words;
};
