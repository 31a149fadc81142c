import { expect } from '@open-wc/testing';
import { find, mountExplorer, settled, title } from '../../fixtures/mount.ts';
import '../define.ts';

describe('the explorer and the address of the page', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('keeps the choices in the hash, and nothing while they are the usual ones', async () => {
    const explorer = await mountExplorer();
    explorer.syncUrl = '';
    await settled(explorer);
    expect(location.hash).to.equal('');
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    expect(location.hash).to.equal('#rows=time:year&columns=residence:municipality*');
  });

  it('begins where the address says, and leaves the page’s own parameters alone', async () => {
    history.replaceState(null, '', '?mine=1&rows=age:broad');
    const parent = (await mountExplorer()).parentElement!;
    const explorer = document.createElement('datakube-explorer');
    explorer.syncUrl = 'query';
    explorer.cube = 'sundhedsdata-paa-tvaers';
    parent.replaceChildren(explorer);
    await settled(explorer);
    expect(title(explorer)).to.equal('Borgere efter aldersgruppe og år');
    find(explorer, 'button', 'Diagram').click();
    await settled(explorer);
    expect(location.search).to.equal('?mine=1&rows=age:broad&view=chart');
  });

  it('follows the address when the user goes back', async () => {
    const explorer = await mountExplorer();
    explorer.syncUrl = '';
    await settled(explorer);
    history.replaceState(null, '', '#rows=sex:sex');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await settled(explorer);
    expect(title(explorer)).to.equal('Borgere efter køn og år');
  });

  it('keeps nothing in the address unless asked to', async () => {
    const explorer = await mountExplorer();
    find(explorer, 'button', 'Byt om').click();
    await settled(explorer);
    expect(location.href).to.equal(before);
  });
});
