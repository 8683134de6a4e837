'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { PendingFile } from '@/app/_forms/state';
import type { Phrase } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';

/** A file on its way: how far it is (0 to 1), what became of it. */
export type Upload = {
  key: string;
  name: string;
  bytes: number;
  progress: number;
  result: PendingFile | null;
  problem: Phrase | null;
};

/** Why a form cannot be sent yet: a file is on its way, or did not arrive, and nobody should find out later that it was left behind. */
export type WaitsFor = 'uploading' | 'notSent' | null;

type Running = { request: XMLHttpRequest; file: File };

const asDone = (file: PendingFile): Upload => ({
  key: file.id,
  name: file.name,
  bytes: file.bytes,
  progress: 1,
  result: file,
  problem: null,
});

/** The line was down, or the server: it may go better the second time. */
export const UPLOAD_FAILED = 'errors.uploadFailed';

const problemOf = (request: XMLHttpRequest): Phrase => {
  const answer: { problem?: Phrase } | null = request.status >= 400 && request.status < 500 ? request.response : null;
  return answer?.problem ?? { key: UPLOAD_FAILED };
};

let counter = 0;

/** Sends files one by one as they are chosen, dropped or pasted, with their progress; XMLHttpRequest because fetch tells none. */
export const useUploads = (initial: readonly PendingFile[]) => {
  const [uploads, setUploads] = useState<Upload[]>(() => initial.map(asDone));
  const [leftOut, setLeftOut] = useState(0);
  const running = useRef(new Map<string, Running>());

  useEffect(() => {
    const current = running.current;
    return () => {
      for (const { request } of current.values()) request.abort();
    };
  }, []);

  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const send = (key: string, file: File) => {
    if (file.size > TICKET_LIMITS.fileBytes) {
      change(key, { problem: { key: 'errors.fileTooBig', data: { name: file.name } } });
      return;
    }
    const request = new XMLHttpRequest();
    running.current.set(key, { request, file });
    request.open('POST', '/api/uploads');
    request.responseType = 'json';
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = (event) => change(key, { progress: event.total ? event.loaded / event.total : 0 });
    request.onload = () => {
      if (request.status === 201) change(key, { progress: 1, result: request.response as PendingFile });
      else change(key, { problem: problemOf(request) });
    };
    request.onerror = () => change(key, { problem: { key: UPLOAD_FAILED } });
    request.send(file);
  };

  const add = (files: Iterable<File>) => {
    const all = [...files];
    const room = Math.max(0, TICKET_LIMITS.files - uploads.length);
    setLeftOut(Math.max(0, all.length - room));
    for (const file of all.slice(0, room)) {
      counter += 1;
      const key = `upload-${counter}`;
      setUploads((all) => [
        ...all,
        { key, name: file.name, bytes: file.size, progress: 0, result: null, problem: null },
      ]);
      queueMicrotask(() => send(key, file));
    }
  };

  const remove = (key: string) => {
    running.current.get(key)?.request.abort();
    running.current.delete(key);
    setUploads((all) => all.filter((one) => one.key !== key));
    setLeftOut(0);
  };

  const retry = (key: string) => {
    const file = running.current.get(key)?.file;
    if (!file) return;
    change(key, { problem: null, progress: 0 });
    send(key, file);
  };

  /** Takes files that were sent before, each once. */
  const takeBack = useCallback(
    (files: readonly PendingFile[]) =>
      setUploads((all) => [
        ...all,
        ...files.filter(({ id }) => !all.some(({ result }) => result?.id === id)).map(asDone),
      ]),
    [],
  );
  const clear = useCallback(() => {
    setUploads([]);
    setLeftOut(0);
  }, []);
  const failed = uploads.some((one) => one.problem);
  const busy = uploads.some((one) => !one.result && !one.problem);
  const waitsFor: WaitsFor = busy ? 'uploading' : failed ? 'notSent' : null;
  return { uploads, leftOut, add, takeBack, remove, retry, clear, waitsFor };
};

/** What the fields of a form wait for that take files, each by its key. */
export const useWaits = (): { waitsFor: WaitsFor; onBusy: (key: string, waitsFor: WaitsFor) => void } => {
  const [waits, setWaits] = useState<Readonly<Record<string, WaitsFor>>>({});
  const onBusy = useCallback((key: string, waitsFor: WaitsFor) => {
    setWaits((all) => ((all[key] ?? null) === waitsFor ? all : { ...all, [key]: waitsFor }));
  }, []);
  const all = Object.values(waits);
  const waitsFor = (['uploading', 'notSent'] as const).find((one) => all.includes(one)) ?? null;
  return { waitsFor, onBusy };
};
