'use client';

import { useEffect, useRef, useState } from 'react';

/** The keys that forms of this document were sent with. */
const spent = new Set<string>();

/** By hand: `crypto.randomUUID` is missing where a site is not served over TLS. */
const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/**
 * The key by which the server knows a form that was sent twice. `value` is drawn with the page; a page that is shown again by
 * the way back is the old one, though, with a key that was sent already: what is written in it now would be taken for what
 * was written then, and be lost. It gets a new one.
 */
export const SendingKey = ({ value }: { value: string }) => {
  const place = useRef<HTMLInputElement>(null);
  const [anew, setAnew] = useState<{ of: string; key: string } | null>(null);
  useEffect(() => {
    if (spent.has(value)) setAnew({ of: value, key: newKey() });
  }, [value]);
  useEffect(() => {
    const heard = new AbortController();
    const spend = () => place.current && spent.add(place.current.value);
    place.current?.form?.addEventListener('submit', spend, { signal: heard.signal });
    return () => heard.abort();
  }, []);
  return <input ref={place} type="hidden" name="idempotencyKey" value={anew?.of === value ? anew.key : value} />;
};
