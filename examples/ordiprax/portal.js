// The portal's own sign-in. Here the sandbox's stand-in answers; a real portal asks its own.
async function signIn() {
  const answer = await fetch('/sandbox/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'praktiserende-laege' }),
  });
  if (!answer.ok) throw new Error('The sign-in did not answer.');
  const { token, expiresAt, user } = await answer.json();
  document.querySelector('#who').textContent = `${user.name}, almen praksis`;
  return { token, expiresAt };
}

const explorer = document.querySelector('datakube-explorer');
explorer.getToken = () =>
  signIn().catch((error) => {
    document.querySelector('#who').textContent = 'Ikke logget ind';
    throw error;
  });

// The portal opens on its own question; the page about specialists keeps the cube's first table.
if (explorer.getAttribute('cube') === 'sundhedsdata-paa-tvaers') {
  await customElements.whenDefined('datakube-explorer');
  explorer.state = {
    rows: [{ dimension: 'chronic-disease', level: 'disease' }],
    columns: [{ dimension: 'sector', level: 'sector' }],
    measures: ['persons'],
  };
}
