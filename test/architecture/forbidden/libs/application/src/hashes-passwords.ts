// forbidden: only-access-hashes-passwords — a password is seen in one place
export { verify } from '@node-rs/argon2';
