import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { article, body, everything, folder, losses, mistakes, PNG, read, run, write } from './import-testing';

describe('links and files', () => {
  it('leads to articles, whatever way the old site wrote it, and copies pictures', async () => {
    await run({
      'index.md':
        '# Accueil\n\nBonjour.\n\n[a](./01-debut/02-installer.md#étape-une) [b](/docs/debut/installer) [c](debut/installer/) ![Vue](./img/Écran%201.png)\n',
      '01-debut/02-installer.md':
        '# Installer\n\nx\n\n## Étape une\n\n[retour](../index.md) [fichier](../img/liste.csv)\n',
      'img/Écran 1.png': PNG,
      'img/liste.csv': 'a;b\n',
    });
    expect(await article('introduction')).toContain(
      '[a](/fr/help/guide/installer#etape-une) [b](/fr/help/guide/installer) [c](/fr/help/guide/installer) ![Vue](/media/guide/ecran-1.png)',
    );
    expect(await article('installer')).toContain(
      '[retour](/fr/help/guide/introduction) [fichier](/media/guide/liste.csv)',
    );
    expect(await read('media/guide/ecran-1.png')).toBe(PNG);
    expect(await mistakes()).toEqual([]);
  });

  it('keeps the words of what leads nowhere, and tells file and line', async () => {
    const report = await run({
      'a.md':
        '# A\n\nx\n\n[mot](perdu.md) [fin](#perdu) [clic](javascript:alert(1)) ![Vue](https://x.example/a.png) ![Rien](non.png)\n',
    });
    expect(await article('a')).toContain('mot [fin](/fr/help/guide/a) clic [Vue](https://x.example/a.png)');
    expect(losses(report)).toEqual([
      'a.md:5: link perdu.md: leads to nothing in this folder; the words stay',
      'a.md:5: link #perdu: the page has no such heading; leads to the page',
      'a.md:5: link javascript:alert(1): an address that runs something; the words stay',
      'a.md:5: picture https://x.example/a.png: stands on another site; a link leads to it',
      'a.md:5: picture non.png: the file is not there; left out',
    ]);
    expect(await mistakes()).toEqual([]);
  });

  it('takes no file from outside the folder, no program and no drawing that runs', async () => {
    await write('', { 'secret.png': 'secret' });
    await mkdir(join(folder, 'source/docs'), { recursive: true });
    await symlink(join(folder, 'secret.png'), join(folder, 'source/docs/lien.png'));
    const report = await run({
      'a.md': '# A\n\nx\n\n![Un](../../secret.png) ![Deux](lien.png) [trois](run.exe) ![Quatre](mal.svg)\n',
      'run.exe': 'x',
      'mal.svg': '<svg><script>alert(1)</script></svg>',
    });
    expect(Object.keys(await everything()).filter((file) => file.includes('/media/'))).toEqual([]);
    expect(losses(report)).toHaveLength(4);
  });

  it('describes a picture without alternative text by its heading, and tells so', async () => {
    const report = await run({ 'a.md': '# A\n\nx\n\n## La liste\n\n![](a.png)\n', 'a.png': PNG });
    expect(await article('a')).toContain('![La liste](/media/guide/a.png)');
    expect(losses(report)).toHaveLength(1);
  });

  it('drops what could run and keeps what it is allowed to', async () => {
    const text = await body(
      '<script>alert(1)</script>\n\n<div onclick="x()">Un <span style="color:red">mot</span></div>\n\n<iframe src="https://v.example/1" title="Film"></iframe>',
    );
    expect(text).toBe('Un mot\n\n[Film](https://v.example/1)');
  });

  it('redirects old addresses', async () => {
    await write('content', { 'redirects.yml': '# à la main\n- from: /docs/a\n  to: /fr/faq\n' });
    await run(
      { 'a.md': '# A\n\nx\n', 'b/README.md': '---\nredirect_from: [/vieux]\n---\n# B\n\nx\n' },
      { oldPath: '/docs' },
    );
    expect(await read('redirects.yml')).toBe(
      '# à la main\n- from: /docs/a\n  to: /fr/faq\n- from: /docs/b\n  to: /fr/help/guide/b\n- from: /vieux\n  to: /fr/help/guide/b\n',
    );
  });
});

describe('a second run', () => {
  const files = { 'a.md': '# A\n\nx\n\n![V](a.png)\n', 'b.md': '# B\n\n[a](a.md)\n', 'a.png': PNG };

  it('changes nothing', async () => {
    await run(files);
    const before = await everything();
    const report = await run(files, { today: '2027-01-01' });
    expect(report.changed).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('brings changed pages up to date and says when they changed', async () => {
    await run(files);
    const report = await run({ 'b.md': '# B\n\nAutre chose.\n' }, { today: '2027-01-01' });
    expect(report.pages.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated']);
    expect(await article('b')).toContain('publishedOn: 2026-11-20\nchangedOn: 2027-01-01');
  });

  it('does not overwrite what was edited here, unless told to', async () => {
    await run(files);
    const edited = `${await article('a')}\nAjout.\n`;
    await write('content', { 'fr/articles/guide/a.mdx': edited });
    const report = await run(files);
    expect(await article('a')).toBe(edited);
    expect(losses(report)).toContain(
      'a.md:1: fr/articles/guide/a.mdx: was edited here since; not overwritten without --force',
    );
    await run(files, { force: true });
    expect(await article('a')).not.toContain('Ajout.');
  });

  it('keeps the article of a page that is gone, and tells so', async () => {
    await run(files);
    await rm(join(folder, 'source/docs/b.md'));
    const report = await run({});
    expect(report.pages.find(({ source }) => source === 'b.md')?.outcome).toBe('left');
    expect(await article('b')).toContain('key: guide-b');
  });
});
