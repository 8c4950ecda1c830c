// forbidden: monitoring-takes-a-package — computed from the account alone
export { parse } from 'yaml';
