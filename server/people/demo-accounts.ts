import { isDemoAddress } from '@/domain/people/demo';
import { env } from '../kernel/env';

/** Whether it is an account of the demo in a place where the demo must not be entered, since everybody knows its password. */
export const isClosedDemoAccount = (email: string): boolean => isDemoAddress(email) && !env().demoAccounts;
