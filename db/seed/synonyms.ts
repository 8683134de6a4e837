import { count } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { searchSynonyms } from '../search/schema';

/** Words that customers of any association's software take for one another. */
const SHIPPED: (typeof searchSynonyms.$inferInsert)[] = [
  { locale: 'fr', words: ['e-mail', 'mail', 'courriel', 'message'] },
  { locale: 'fr', words: ['indésirable', 'spam', 'pourriel'] },
  { locale: 'fr', words: ['téléphone', 'smartphone', 'mobile', 'portable'] },
  { locale: 'fr', words: ['adhérent', 'membre'] },
  { locale: 'fr', words: ['supprimer', 'effacer', 'retirer'] },
  { locale: 'fr', words: ['masquer', 'cacher'] },
  { locale: 'fr', words: ['tarif', 'prix', 'coût'] },
  { locale: 'fr', words: ['frais', 'commission'] },
  { locale: 'fr', words: ['rembourser', 'rendre l’argent'] },
  { locale: 'fr', words: ['doublon', 'en double', 'deux fois'] },
  { locale: 'fr', words: ['résilier', 'arrêter'] },
  { locale: 'fr', words: ['double vérification', 'validation en deux étapes', 'double authentification', '2FA'] },
  { locale: 'fr', words: ['IBAN', 'RIB'] },
  { locale: 'fr', words: ['assemblée générale', 'AG'] },
  { locale: 'fr', words: ['espèces', 'liquide'] },
  { locale: 'fr', words: ['logiciel', 'outil', 'application'] },
  { locale: 'fr', words: ['lent', 'lenteur', 'vitesse'] },
  { locale: 'en', words: ['email', 'e-mail', 'mail'] },
  { locale: 'en', words: ['spam', 'junk'] },
  { locale: 'en', words: ['phone', 'smartphone', 'mobile'] },
  { locale: 'en', words: ['delete', 'erase', 'remove'] },
  { locale: 'en', words: ['price', 'cost', 'rate'] },
  { locale: 'en', words: ['refund', 'give the money back', 'reimburse'] },
  { locale: 'en', words: ['duplicate', 'twice'] },
  { locale: 'en', words: ['cancel', 'stop'] },
  { locale: 'en', words: ['two-step verification', 'two-factor', '2FA'] },
  { locale: 'en', words: ['cheque', 'check'] },
  { locale: 'en', words: ['software', 'tool', 'app'] },
  { locale: 'en', words: ['sign in', 'log in', 'login'] },
  { locale: 'en', words: ['accountant', 'bookkeeper'] },
  { locale: 'en', words: ['slow', 'speed'] },
];

/** Writes the synonyms Guichet is shipped with, once: editors make the list their own. */
export const seedSynonyms = async (db: PostgresJsDatabase): Promise<void> => {
  const [known] = await db.select({ total: count() }).from(searchSynonyms);
  if (known && known.total > 0) return;
  await db.insert(searchSynonyms).values(SHIPPED);
};
