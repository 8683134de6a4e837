import { fold } from '../search/words';

/** What says that something is wrong, but not what: in both languages, folded. */
const GENERIC = new Set(
  `aide anomalie anormal assistance autre besoin blocage bloque bloquant bonjour bonsoir bug bugs ca casse cela demande demandes
  depannage divers dysfonctionnement erreur erreurs fonctionne fonctionnement fonctionner impossible important incident info infos
  information informations marche marchent merci panne planter plante pb point prioritaire probleme problemes question questions
  rapide rapidement reclamation renseignement renseignements rien signalement soucis souci stp sujet support svp test ticket
  urgence urgent urgente tres vite votre
  asap bad broken broke crash error errors fail failed fails failing failure fix good hello help helpdesk hi issue issues
  message need needed please problem problems quick request requests subject thanks thank trouble urgently work working works wrong
  appli application app interface logiciel outil page plateforme platform programme program site software systeme system web website`.split(
    /\s+/,
  ),
);

/** Words that mean nothing by themselves. */
const SMALL = new Set(
  `a ai au aux avec avoir avons c ce ces cet cette d dans de des du elle en encore est et eu faire fait il ils j je l la le les leur
  lors lorsque m ma mais me mes mon n ne nos notre nous on ont ou par pas plus pour qu quand que qui s sa sans ses si son sont sur
  t ta te tes toi ton tous tout toute un une ve vos votre vous y
  an and are at be can cannot cant could do does doesn doesnt don dont for from has have i in is isn isnt it its my no not of on or
  our some that the there this to up us very was we when with you your`.split(/\s+/),
);

/**
 * Whether a subject says no more than that there is a request: "Problème", "Bug urgent", "It does not work". A word that
 * names a thing makes it telling. Nothing written yet is not generic: it is missing.
 */
export const isGenericSubject = (subject: string): boolean => {
  const words = fold(subject)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length > 0 && words.every((word) => GENERIC.has(word) || SMALL.has(word) || /^\d+$/.test(word));
};
