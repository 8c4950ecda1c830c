// forbidden: account-takes-a-package — yaml is disclosure’s
export { parse } from 'yaml';
