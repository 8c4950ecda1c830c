/**
 * A local OpenID Connect provider for tests, in a process of its own because its packages are ESM with top-level await.
 * Arguments: port, redirect URI, and whether the profile is in the ID token already or only in the user info. Whoever signs in is known by the name she types.
 */
import { Provider } from 'oidc-provider';

const [port, redirect, profileIn] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: 'juesuan', client_secret: 'a-secret-of-the-tests', redirect_uris: [redirect] }],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  conformIdTokenClaims: profileIn !== 'id-token',
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
  pkce: { required: () => true },
});
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('STARTED\n'));
