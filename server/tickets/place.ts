import { z } from 'zod';
import { placeValue } from '../kernel/part';

/** A place in a list of requests, as `ListPlace`. */
export const ticketPlace = z.tuple([placeValue.number, placeValue.number]);
