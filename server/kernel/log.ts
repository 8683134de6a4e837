import { readableStack } from './stack';

/** Levels in rising order of urgency; `GUICHET_LOG` sets the lowest that is written. */
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];

const lowest = (): number => Math.max(0, LEVELS.indexOf((process.env.GUICHET_LOG ?? 'info') as Level));

const plain = (value: unknown): unknown =>
  value instanceof Error
    ? {
        name: value.name,
        message: value.message,
        stack: value.stack && readableStack(value.stack),
        cause: plain(value.cause),
      }
    : value;

const write = (level: Level, message: string, facts: Record<string, unknown>): void => {
  if (LEVELS.indexOf(level) < lowest()) return;
  const described = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, plain(value)]));
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...described })}\n`);
};

/** One JSON line an event on standard error. Never hand it a secret, a token, a body or a whole input. */
export const log = {
  debug: (message: string, facts: Record<string, unknown> = {}) => write('debug', message, facts),
  info: (message: string, facts: Record<string, unknown> = {}) => write('info', message, facts),
  warn: (message: string, facts: Record<string, unknown> = {}) => write('warn', message, facts),
  error: (message: string, facts: Record<string, unknown> = {}) => write('error', message, facts),
};
