import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { inspectFile, isShownInline } from './inspect';

const photograph = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#1f6f5c' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .toBuffer();

describe('what a file is', () => {
  it('is told by its bytes: a picture named .pdf is a picture, without its EXIF', async () => {
    const original = await photograph();
    expect(original.includes('secret place')).toBe(true);
    const kept = await inspectFile('C:\\photos\\facture.pdf', original);
    expect(kept).toMatchObject({ name: 'facture.pdf', mediaType: 'image/jpeg', width: 40, height: 20 });
    expect(kept.bytes.includes('secret place')).toBe(false);
  });

  it.each([
    ['page.html', Buffer.from('<script>alert(1)</script>')],
    ['dessin.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['outil.exe', Buffer.from('MZ\u0090\u0000\u0003')],
    ['notes.txt', Buffer.from([0x61, 0, 0x62])],
    ['sansfin', Buffer.from('bonjour')],
  ])('refuses %s', async (name, bytes) => {
    await expect(inspectFile(name, bytes)).rejects.toMatchObject({ code: 'invalid', messageKey: 'errors.fileType' });
  });

  it('takes a table of text by its name', async () => {
    await expect(inspectFile('adhérents.csv', Buffer.from('nom;prénom\n'))).resolves.toMatchObject({
      mediaType: 'text/csv',
    });
  });

  it('refuses empty, oversized and broken files, each with its own word', async () => {
    await expect(inspectFile('vide.csv', Buffer.alloc(0))).rejects.toMatchObject({ messageKey: 'errors.fileEmpty' });
    await expect(inspectFile('gros.csv', Buffer.alloc(TICKET_LIMITS.fileBytes + 1, 97))).rejects.toMatchObject({
      messageKey: 'errors.fileTooBig',
    });
    const broken = (await photograph()).subarray(0, 60);
    await expect(inspectFile('casse.jpg', broken)).rejects.toMatchObject({ messageKey: 'errors.filePicture' });
  });

  it('never shows a document or a text inside the page', () => {
    expect([isShownInline('image/png'), isShownInline('application/pdf'), isShownInline('text/html')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
