import type { Tx } from '../../client';
import { insertReply } from '../../replies/queries';
import type { DemoCast } from './cast';

/** Writes what the demo's desk says again and again. */
export const seedReplies = async (tx: Tx, cast: DemoCast): Promise<void> => {
  await insertReply(tx, {
    title: 'Demander des précisions',
    body: {
      fr: 'Bonjour {prenom},\n\nMerci pour votre message. Pour avancer, il nous faudrait encore :\n\n– les étapes exactes qui mènent au problème ;\n– le message d’erreur en entier ;\n– un exemple précis, avec l’adresse de la page.\n\nBien à vous,\n{agent}',
      en: 'Hello {prenom},\n\nThank you for your message. To go on, we would need:\n\n– the exact steps that lead to the problem;\n– the error message in full;\n– one precise example, with the address of the page.\n\nKind regards,\n{agent}',
    },
    toStatus: 'waiting_customer',
    tags: [],
  });
  await insertReply(tx, {
    title: 'Transmis aux ingénieurs',
    body: {
      fr: 'Bonjour {prenom},\n\nNous avons reproduit le problème et l’avons transmis à nos ingénieurs. Nous revenons vers vous dès que la correction a une date.\n\nBien à vous,\n{agent}',
      en: 'Hello {prenom},\n\nWe have reproduced the problem and passed it on to our engineers. We will come back to you as soon as the fix has a date.\n\nKind regards,\n{agent}',
    },
    tags: ['anomalie'],
  });
  await insertReply(tx, {
    title: 'Paiement en attente chez la banque',
    body: {
      fr: 'Bonjour {prenom},\n\nLe paiement est bien parti de chez nous ; la banque le confirme en général sous deux jours ouvrés. Vous n’avez rien à refaire.\n\nBien à vous,\n{agent}',
      en: 'Hello {prenom},\n\nThe payment has left our side; the bank usually confirms it within two working days. There is nothing you need to do again.\n\nKind regards,\n{agent}',
    },
    teamId: cast.teams.accounting,
    tags: ['paiement'],
  });
};
