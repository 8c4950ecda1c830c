/**
 * A local OpenID Connect provider for tests, in a process of its own because its packages are ESM with top-level await.
 * Arguments: port, redirect URI. Whoever signs in is known by the name she types.
 */
import { Provider } from 'oidc-provider';

const [port, redirect] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'juesuan', client_secret: 'a-secret-of-the-tests', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  // Claims of the profile in the ID token as well, as most offices' providers send them.
  conformIdTokenClaims: false,
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
  pkce: { required: () => true },
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('STARTED\n'));
