// What the generated articles talk about: the made-up software for associations of the demo.

/** A thing of the product: its name with the article, in the plural without, and the collection it is explained in. */
export type Thing = { one: string; many: string };

export const THINGS: readonly Thing[] = [
  { one: 'la fiche adhérent', many: 'fiches' },
  { one: 'la cotisation annuelle', many: 'cotisations' },
  { one: 'le reçu fiscal', many: 'reçus fiscaux' },
  { one: 'le mandat de prélèvement', many: 'mandats' },
  { one: 'la billetterie', many: 'billets' },
  { one: 'la liste d’attente', many: 'inscrits en attente' },
  { one: 'le bulletin d’adhésion', many: 'bulletins' },
  { one: 'le rapprochement bancaire', many: 'lignes de relevé' },
  { one: 'l’écriture comptable', many: 'écritures' },
  { one: 'la page d’accueil du site', many: 'blocs' },
  { one: 'le formulaire de contact', many: 'réponses' },
  { one: 'le nom de domaine', many: 'adresses' },
  { one: 'la lettre d’information', many: 'destinataires' },
  { one: 'la feuille d’émargement', many: 'présences' },
  { one: 'le budget prévisionnel', many: 'postes' },
  { one: 'la subvention', many: 'versements' },
  { one: 'l’assemblée générale', many: 'pouvoirs' },
  { one: 'le compte de résultat', many: 'comptes' },
  { one: 'la note de frais', many: 'justificatifs' },
  { one: 'le groupe de bénévoles', many: 'bénévoles' },
  { one: 'l’adresse de correspondance', many: 'adresses' },
  { one: 'le paiement en ligne', many: 'paiements' },
  { one: 'la remise de chèques', many: 'chèques' },
  { one: 'le planning des salles', many: 'réservations' },
  { one: 'la licence sportive', many: 'licences' },
  { one: 'le certificat médical', many: 'certificats' },
  { one: 'l’export comptable', many: 'lignes' },
  { one: 'le modèle de message', many: 'messages' },
  { one: 'l’attestation de paiement', many: 'attestations' },
  { one: 'le contrôle des billets', many: 'entrées' },
];

export const VERBS = [
  'Créer',
  'Modifier',
  'Archiver',
  'Exporter',
  'Importer',
  'Corriger',
  'Partager',
  'Imprimer',
  'Valider',
  'Retrouver',
  'Comprendre',
  'Planifier',
  'Annuler',
  'Dupliquer',
  'Vérifier',
  'Transmettre',
] as const;

export const CASES = [
  'au début de la saison',
  'à la clôture de l’exercice',
  'pour plusieurs sections',
  'depuis un tableur',
  'quand un bénévole part',
  'après un changement de bureau',
  'sans perdre l’historique',
  'avec un compte en lecture seule',
  'lors d’une double inscription',
  'pour une association affiliée',
  'à partir d’un téléphone',
  'avant l’assemblée générale',
  'en cas de rejet bancaire',
  'pour les moins de seize ans',
  'avec un tarif réduit',
  'quand l’adresse est refusée',
] as const;

export const MENUS = [
  'Adhérents',
  'Cotisations',
  'Comptabilité',
  'Événements',
  'Site internet',
  'Messages',
  'Réglages',
  'Tableau de bord',
] as const;

export const ROLES = ['l’administrateur', 'le trésorier', 'la secrétaire', 'un bénévole', 'la présidente'] as const;

export const FACTS = [
  'Le changement est visible aussitôt par toutes les personnes qui ont accès à l’espace.',
  'Une version antérieure reste consultable pendant douze mois dans l’historique.',
  'Le bouton reste grisé tant qu’une date obligatoire manque.',
  'Seules les personnes qui ont accepté de recevoir vos messages sont prévenues.',
  'Le calcul tient compte des avoirs et des remboursements de l’exercice.',
  'Un doublon est signalé lorsque deux personnes portent la même adresse et la même date de naissance.',
  'Les montants sont arrondis au centime, selon la règle de la comptabilité associative.',
  'La liste se filtre par section, par statut et par date d’entrée.',
  'Un e-mail de confirmation part dans les minutes qui suivent, sauf si vous avez décoché cette case.',
  'Le fichier produit s’ouvre dans tous les tableurs courants, avec les accents.',
  'En période de rentrée, le traitement peut attendre quelques heures avant de commencer.',
  'Le numéro d’adhérent ne change jamais, même après une interruption de plusieurs années.',
  'Les pièces jointes sont conservées aussi longtemps que la fiche à laquelle elles appartiennent.',
  'Un rôle en lecture seule voit les montants, mais ne peut rien enregistrer.',
  'Le virement hebdomadaire regroupe les paiements reçus jusqu’au mercredi soir.',
  'Si la connexion est coupée, la saisie en cours est conservée dans le navigateur.',
  'La date de valeur est celle du relevé, et non celle de la saisie.',
  'Il n’est pas nécessaire de prévenir l’assistance avant cette opération.',
  'Deux personnes peuvent travailler en même temps : la dernière modification est signalée.',
  'Les anciens tarifs restent attachés aux adhésions déjà enregistrées.',
] as const;

export const REASONS = [
  'le fichier n’est pas au format attendu',
  'la période comptable est close',
  'le tarif a été supprimé depuis',
  'deux fiches portent le même numéro',
  'l’adresse électronique n’est plus valable',
  'le mandat a été révoqué par la banque',
  'la capacité de l’événement est atteinte',
  'le rôle de la personne ne le permet pas',
] as const;

export const REMEDIES = [
  'Corriger la ligne, puis reprendre l’import',
  'Rouvrir la période depuis les réglages',
  'Choisir un autre tarif dans la liste',
  'Fusionner les deux fiches',
  'Demander une adresse à jour',
  'Faire signer un nouveau mandat',
  'Augmenter la capacité ou ouvrir une liste d’attente',
  'Demander ce droit à un administrateur',
] as const;

export const AUTHORS = ['Inès Garnier', 'Théo Lambert', 'Yanis Morel', 'Élodie Vasseur'] as const;
