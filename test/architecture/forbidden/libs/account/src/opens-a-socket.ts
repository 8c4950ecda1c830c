// forbidden: pure-library-knows-node — no network
export { connect } from 'node:net';
