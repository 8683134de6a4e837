import { answerVerbs } from '@/server/verbs';

// In development; in production the front answers these addresses itself, by the same door.
export { answerVerbs as GET, answerVerbs as POST };
