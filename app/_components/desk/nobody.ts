/** Chosen where a request is to be nobody's, or without a team: to choose nothing is something else. */
export const NOBODY = 'none';
